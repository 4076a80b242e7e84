// Leads every collection of the API through a life with the official TypeScript client: list, create, read, change, delete.
//
//     node run.mjs SAMPLES
//
// What the server answers has to be accepted by the client's generated models: every member that a model requires has to be there.
// `SAMPLES` is what `samples` (tests/src/bin) wrote.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const client = createRequire(import.meta.url)("@goauthentik/api");

// Collections that cannot be reached here and with the reference system alike: a word of the error, and why.
const KNOWN = {
  "tenants/domains": ["403", "tenants are managed with a key of their own, not with a user's token"],
  "tenants/tenants": ["403", "tenants are managed with a key of their own, not with a user's token"],
};

const given = JSON.parse(await readFile(process.argv[2], "utf8"));
const operations = allOperations(given);
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const collection of given.collections) {
  counts[await judged(collection)] += 1;
}
console.log(`typescript: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);

/** Whether a collection `passed`, `failed` or was `skipped`; says why it did not pass. */
async function judged(collection) {
  const { path } = collection;
  const lacking = Object.values(collection.operations).filter((id) => !operations.has(camel(id)));
  if (lacking.length > 0) {
    return told("skipped", path, `the client has no ${lacking.join(", ")}`);
  }
  try {
    const unsaid = await live(collection);
    if (path in KNOWN) {
      return told("failed", path, "it passes; take it off the list of what is known");
    }
    if (collection.why !== null) {
      return told("skipped", path, `it was only listed: ${collection.why}`);
    }
    return unsaid.length === 0
      ? "passed"
      : told("skipped", path, `it was created without the client, whose model of the request has no ${unsaid.join(", ")}`);
  } catch (error) {
    const said = error instanceof client.ResponseError ? `${error.response.status} ${await error.response.text()}` : error.stack;
    const [word, why] = KNOWN[path] ?? [];
    if (word && said.includes(word)) {
      return told("skipped", path, why);
    }
    return told("failed", path, said.slice(0, 1500));
  }
}

function told(word, path, why) {
  console.log(`typescript: ${word.toUpperCase()} ${path}: ${why}`);
  return word;
}

/** The life of one object, made with the client or elsewhere; where none can be made, only what is there is listed. Answers the fields
 * of the sample that the client cannot say. */
async function live({ path, lookup, operations: names, body, update, key, models }) {
  const call = async (name, argument) => {
    if (!(name in names)) {
      return undefined;
    }
    const answer = await operations.get(camel(names[name]))(argument ?? {});
    complete(models[name], answer);
    return answer;
  };
  await call("list");
  let unsaid = [];
  if (body !== null) {
    const first = await created(path, names.create, body, models.create);
    key = keyOf(first.made, lookup);
    unsaid = first.unsaid;
  }
  if (key === null) {
    return unsaid;
  }
  await call("retrieve", { key });
  await call("used_by", { key });
  for (const [name, sent] of [["update", update], ["partial_update", renamed(update ?? body ?? {})]]) {
    const answer = await call(name, { key, body: sent });
    key = (answer && keyOf(answer, lookup)) ?? key;
  }
  await call("list");
  if ("destroy" in names) {
    await call("destroy", { key });
    await gone(() => call("retrieve", { key }), names);
  }
  return unsaid;
}

/** Creates, and answers the object with the fields of the sample that had to be said without the client. */
async function created(path, id, body, model) {
  const operation = operations.get(camel(id));
  try {
    const made = await operation({ body });
    complete(model, made);
    return { made, unsaid: [] };
  } catch (error) {
    const unsaid = operation.unsaid(body);
    if (!(error instanceof client.ResponseError && error.response.status === 400) || unsaid.length === 0) {
      throw error;
    }
    const headers = { authorization: `Bearer ${given.token}`, "content-type": "application/json" };
    const answer = await fetch(`${given.url}/api/v3/${path}/`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(`${answer.status} ${await answer.text()}`);
    }
    return { made: await answer.json(), unsaid };
  }
}

/** What was deleted is not there any more. */
async function gone(retrieve, names) {
  if (!("retrieve" in names)) {
    return;
  }
  try {
    await retrieve();
  } catch (error) {
    if (error instanceof client.ResponseError && error.response.status === 404) {
      return;
    }
    throw error;
  }
  throw new Error("it is there after it was deleted");
}

/** The same with another name, where there is one: rules across fields want all of them. */
function renamed(body) {
  return typeof body.name === "string" ? { ...body, name: `${body.name}-x` } : body;
}

/** What names an object in its address. */
function keyOf(made, lookup) {
  if (typeof made.link === "string") {
    return made.link.replace(/\/$/, "").split("/").pop();
  }
  const object = made.agent ?? made;
  return [camel(lookup), lookup, "pk", "id"].map((name) => object[name]).find((key) => key !== undefined && key !== null);
}

/** Every member that the model of an answer requires is there. */
function complete(model, answer) {
  if (!model || answer === undefined) {
    return;
  }
  const items = Array.isArray(answer) ? answer : [answer, ...(answer.results ?? [])];
  for (const [place, item] of items.entries()) {
    const name = Array.isArray(answer) || place === 0 ? model : (model.match(/^Paginated(.*)List$/)?.[1] ?? model);
    const judge = client[`instanceOf${name}`];
    if (!judge) {
      throw new Error(`the client has no model ${name}`);
    }
    if (!judge(item)) {
      throw new Error(`${name} lacks a member that it requires: ${JSON.stringify(item)}`);
    }
  }
}

/** All operations of the client, by name: functions of `{key, body}`. */
function allOperations({ url, token }) {
  const settings = new client.Configuration({ basePath: `${url}/api/v3`, accessToken: token });
  const all = new Map();
  for (const kind of Object.values(client).filter((kind) => kind?.prototype instanceof client.BaseAPI)) {
    const area = new kind(settings);
    for (const name of Object.getOwnPropertyNames(kind.prototype).filter((name) => `${name}RequestOpts` in kind.prototype)) {
      all.set(name, operation(area, name, kind.prototype[`${name}RequestOpts`].toString()));
    }
  }
  return all;
}

/** An operation, whose parameters are read off its source: the generator keeps their names nowhere else. */
function operation(area, name, source) {
  const sent = source.match(/body: \(0, [\w.]*?\.(\w+)ToJSON\)\(requestParameters\['(\w+)'\]\)|body: \(?(\w+)ToJSON\)?\(requestParameters\['(\w+)'\]\)/);
  const [model, parameter] = sent ? [sent[1] ?? sent[3], sent[2] ?? sent[4]] : [];
  const named = source.match(/replace\(.*?requestParameters\['(\w+)'\]/s)?.[1];
  const call = ({ key, body }) => {
    const given = {};
    if (named && key !== undefined) {
      given[named] = key;
    }
    if (parameter && body !== undefined) {
      given[parameter] = client[`${model}FromJSON`](body);
    }
    return area[name](given);
  };
  call.unsaid = (body) => {
    const kept = client[`${model}ToJSON`](client[`${model}FromJSON`](body));
    return Object.keys(body).filter((field) => !(field in kept));
  };
  return call;
}

/** `stages_deny_list` as `stagesDenyList`. */
function camel(name) {
  return name.replace(/[_-]+(\w)/g, (_, letter) => letter.toUpperCase());
}
