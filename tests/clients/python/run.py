"""Leads every collection of the API through a life with the official Python client: list, create, read, change, delete.

    run.py SAMPLES

What the server answers has to be accepted by the client's generated models. `SAMPLES` is what `samples` (tests/src/bin) wrote.
"""
import inspect
import json
import sys
import typing
import urllib.request
from types import SimpleNamespace

import authentik_client
from authentik_client.exceptions import BadRequestException, NotFoundException


# Collections that no strict client can read or reach, here and with the reference system alike: a word of the error, and why.
KNOWN = {
    "endpoints/device_bindings": ("connector_obj", "the contract promises a connector_obj, but what people bind has no connector"),
    "tenants/domains": ("403", "tenants are managed with a key of their own, not with a user's token"),
    "tenants/tenants": ("403", "tenants are managed with a key of their own, not with a user's token"),
}


def main(file):
    with open(file, encoding="utf-8") as text:
        given = json.load(text)
    settings = authentik_client.Configuration(host=given["url"] + "/api/v3", access_token=given["token"])
    with authentik_client.ApiClient(settings) as client:
        operations = Operations(client)
        verdicts = [judged(operations, collection) for collection in given["collections"]]
    passed, failed, skipped = (verdicts.count(word) for word in ("passed", "failed", "skipped"))
    print(f"python: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


def judged(operations, collection):
    """Whether a collection `passed`, `failed` or was `skipped`; says why it did not pass."""
    path = collection["path"]
    lacking = [name for name in collection["operations"].values() if name not in operations.all]
    if lacking:
        return told("skipped", path, f"the client has no {', '.join(lacking)}")
    try:
        unsaid = live(operations, collection)
    except Exception as error:  # pylint: disable=broad-except
        word, why = KNOWN.get(path, (None, None))
        if word and word in str(error):
            return told("skipped", path, why)
        return told("failed", path, f"{type(error).__name__}: {str(error)[:1500]}")
    if path in KNOWN:
        return told("failed", path, "it passes; take it off the list of what is known")
    if collection["why"]:
        return told("skipped", path, f"it was only listed: {collection['why']}")
    if unsaid:
        return told("skipped", path, f"it was created without the client, whose model of the request has no {', '.join(unsaid)}")
    return "passed"


def told(word, path, why):
    print(f"python: {word.upper()} {path}: {why}")
    return word


def live(operations, collection):
    """The life of one object, made with the client or elsewhere; where none can be made, only what is there is listed. Answers the
    fields of the sample that the client cannot say."""
    names, body, key = collection["operations"], collection["body"], collection["key"]
    if "list" in names:
        operations.call(names["list"])
    unsaid = []
    if body is not None:
        made, unsaid = created(operations, collection)
        key = key_of(made, collection["lookup"])
    if key is None:
        return unsaid
    for name in ("retrieve", "used_by"):
        if name in names:
            operations.call(names[name], key=key)
    update = collection["update"]
    for name, sent in (("update", update), ("partial_update", renamed(update or body or {}))):
        if name in names:
            key = key_of(operations.call(names[name], key=key, body=sent), collection["lookup"]) or key
    if "list" in names:
        operations.call(names["list"])
    if "destroy" in names:
        operations.call(names["destroy"], key=key)
        if "retrieve" in names:
            gone(operations, names["retrieve"], key)
    return unsaid


def created(operations, collection):
    """Creates, and answers the object with the fields of the sample that had to be said without the client."""
    create, body = collection["operations"]["create"], collection["body"]
    try:
        return operations.call(create, body=body), []
    except BadRequestException:
        unsaid = operations.unsaid(create, body)
        if not unsaid:
            raise
        return operations.post(collection["path"], body), unsaid


def gone(operations, retrieve, key):
    """What was deleted is not there any more."""
    try:
        operations.call(retrieve, key=key)
    except NotFoundException:
        return
    raise AssertionError("it is there after it was deleted")


def renamed(body):
    """The same with another name, where there is one: rules across fields want all of them."""
    return {**body, "name": body["name"] + "-x"} if isinstance(body.get("name"), str) else body


def key_of(made, lookup):
    """What names an object in its address."""
    if hasattr(made, "link"):
        return made.link.rstrip("/").rsplit("/", 1)[-1]
    made = getattr(made, "agent", made)
    for name in (lookup, "pk", "id"):
        if getattr(made, name, None) is not None:
            return getattr(made, name)
    return None


class Operations:
    """All operations of the client, by `operationId`."""

    def __init__(self, client):
        areas = [kind(client) for name, kind in vars(authentik_client).items() if name.endswith("Api") and inspect.isclass(kind)]
        self.all, self.settings = {}, client.configuration
        for area in areas:
            for name, method in inspect.getmembers(area, inspect.ismethod):
                if not name.startswith("_") and not name.endswith(("_with_http_info", "_without_preload_content")):
                    self.all[name] = method

    def call(self, name, key=None, body=None):
        """Calls an operation with the key and the body that it takes, and answers what its models made of the answer."""
        arguments = {}
        for parameter, described in inspect.signature(self.all[name]).parameters.items():
            model = body_model(described.annotation)
            if parameter.startswith("_"):
                continue
            if model is not None and body is not None:
                arguments[parameter] = model.model_validate(body)
            elif described.default is inspect.Parameter.empty:
                arguments[parameter] = int(key) if is_number(described.annotation) else key
        return self.all[name](**arguments)

    def unsaid(self, name, body):
        """Fields of a body that the model of an operation's request does not have."""
        described = [body_model(each.annotation) for each in inspect.signature(self.all[name]).parameters.values()]
        known = [field.alias or word for model in described if model for word, field in model.model_fields.items()]
        return [field for field in body if field not in known]

    def post(self, path, body):
        """Creates without the client's models."""
        url, token = self.settings.host, self.settings.access_token
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{url}/{path}/", json.dumps(body).encode(), headers, method="POST")
        with urllib.request.urlopen(request) as answer:
            return SimpleNamespace(**json.load(answer))


def is_number(annotation):
    """Whether a parameter is a whole number, with or without annotations."""
    return annotation is int or any(kind is int for kind in typing.get_args(annotation))


def body_model(annotation):
    """The model of a request, if the parameter is one."""
    for kind in (annotation, *typing.get_args(annotation)):
        if inspect.isclass(kind) and hasattr(kind, "from_dict"):
            return kind
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
