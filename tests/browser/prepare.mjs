// Makes, over the API, what the journey needs: an enrolment flow with an invitation stage, and invitations.
import { TOKEN } from "./server.mjs";

/** Makes the flow; returns its slug, an expired and a used invitation, and how to issue more. */
export async function prepare(server) {
  const create = async (path, body) => {
    const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" };
    const answer = await fetch(`${server.url}/api/v3/${path}/`, { method: "POST", headers, body: JSON.stringify(body) });
    if (answer.status !== 201) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  };
  const slug = "join-us";
  const flow = { name: "Join us", slug, title: "Join us", designation: "enrollment" };
  const stage = await create("stages/invitation/stages", { name: "invited", flow_set: [flow] });
  const target = stage.flow_set[0].pk;
  const stages = [await promptStage(create), await create("stages/user_write", { name: "write", user_creation_mode: "always_create", user_type: "internal" }), await create("stages/user_login", { name: "login" })];
  for (const [index, { pk }] of stages.entries()) {
    await create("flows/bindings", { target, stage: pk, order: 10 + index });
  }
  const invitation = async (more) => (await create("stages/invitation/invitations", { name: "for-ada", flow: target, single_use: true, ...more })).pk;
  const invite = () => invitation({ fixed_data: { email: "invited@example.com" } });
  const used = await invite();
  await useUp(server, slug, used);
  return { slug, invite, used, expired: await invitation({ expires: "2020-01-01T00:00:00Z" }) };
}

async function promptStage(create) {
  const prompts = [["username", "Username", "username"], ["name", "Name", "text"], ["email", "E-mail", "email"], ["password", "Password", "password"], ["password_repeat", "Password again", "password"]];
  const fields = [];
  for (const [index, [field_key, label, type]] of prompts.entries()) {
    fields.push((await create("stages/prompt/prompts", { name: field_key, field_key, label, type, order: index, sub_text: type === "username" ? "You log in with it." : "" })).pk);
  }
  return create("stages/prompt/stages", { name: "ask", fields });
}

/** Somebody else enrols with the invitation, headless. */
async function useUp(server, slug, invitation) {
  const url = `${server.url}/api/v3/flows/executor/${slug}/?query=${encodeURIComponent(`itoken=${invitation}`)}`;
  const cookies = new Map();
  const send = async (body) => {
    const headers = { "Content-Type": "application/json", Cookie: [...cookies].map((pair) => pair.join("=")).join("; ") };
    const answer = await fetch(url, { method: body ? "POST" : "GET", redirect: "manual", headers, body: body && JSON.stringify(body) });
    for (const cookie of answer.headers.getSetCookie()) {
      cookies.set(...cookie.split(";")[0].split(/=(.*)/s).slice(0, 2));
    }
    return answer.status === 302 ? send() : answer.json();
  };
  await send();
  const last = await send({ username: "first", name: "First", email: "first@example.com", password: "correct horse battery 1", password_repeat: "correct horse battery 1" });
  if (last.component !== "xak-flow-redirect") {
    throw new Error(`the invitation was not used up: ${JSON.stringify(last)}`);
  }
}
