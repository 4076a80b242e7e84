// An invited person's way through the pages in a real browser: refused without an invitation, enrolled with one, logged in, out and
// in again. Once with JavaScript, once without, once more with axe-core looking at every page in both themes and at both widths.
//
//   node journey.mjs [--only script|plain|axe]
//
// VESTIBULE_BIN names the server, CHROMIUM the browser. Screenshots go to shots/.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { startServer } from "./server.mjs";
import { prepare } from "./prepare.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = new URL("shots/", import.meta.url).pathname;
const PASSWORD = "correct horse battery 1";
const WIDTHS = [360, 1440];
const SCHEMES = ["light", "dark"];
/** Bytes of a page with everything it loads. */
const HEAVIEST = 50 * 1024;

/** What is done at every page on the way. */
const MODES = {
  script: { context: { javaScriptEnabled: true }, look: noComplaints },
  plain: { context: { javaScriptEnabled: false }, look: noComplaints },
  axe: { context: { javaScriptEnabled: true, bypassCSP: true }, look: examine },
};

const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : null;
const results = { passed: 0, failed: 0 };
await mkdir(SHOTS, { recursive: true });
const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const flow = await prepare(server);
  for (const [name, mode] of Object.entries(MODES).filter(([name]) => !only || name === only)) {
    try {
      await walk(name, mode, flow);
      results.passed += 1;
      console.log(`ok ${name}: an invited person enrols, logs out and logs in again`);
    } catch (error) {
      results.failed += 1;
      console.error(`not ok ${name}: ${error.stack}`);
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`browser: ${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed === 0 && results.passed > 0 ? 0 : 1);

/** The whole journey in one browser. */
async function walk(name, mode, flow) {
  const context = await browser.newContext({ ...mode.context, baseURL: server.url });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.complaints = [];
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  const look = (what) => mode.look(page, `${name}-${what}`);
  try {
    await refused(page, flow, look);
    const username = `ada-${name}`;
    await enrol(page, flow, username, look);
    await logOut(page, look);
    await logIn(page, username, look);
  } catch (error) {
    await page.screenshot({ path: `${SHOTS}failed-${name}.png`, fullPage: true });
    error.message += `\nat ${page.url()}\n${await page.locator("body").innerText()}`;
    throw error;
  }
  await context.close();
}

async function refused(page, flow, look) {
  for (const [what, token] of [["missing", ""], ["expired", flow.expired], ["used", flow.used]]) {
    await page.goto(`/if/flow/${flow.slug}/?itoken=${token}`);
    const text = await page.locator("main").innerText();
    assert.match(text, /invitation/i, `a plain sentence about the invitation (${what}): ${text}`);
    assert.match(text, /\b[0-9a-f]{32}\b/, `a reference code (${what}): ${text}`);
    assert.equal(await page.locator("form").count(), 0, "nothing to fill in");
  }
  await look("refused");
  await page.goto("/if/flow/no-such-flow/");
  await look("not-found");
}

async function enrol(page, flow, username, look) {
  const weight = weigh(page);
  await page.goto(`/if/flow/${flow.slug}/?itoken=${await flow.invite()}`);
  await page.waitForLoadState("networkidle");
  assert.ok((await weight()) < HEAVIEST, `the page weighs ${await weight()} bytes with everything`);
  assert.equal(await page.inputValue("[name=email]"), "invited@example.com", "prefilled from the invitation");
  await look("enrol");
  await fill(page, { username: "akadmin", name: "Ada", password: PASSWORD, password_repeat: "something else" });
  const told = await page.locator("[role=alert]").innerText();
  assert.match(told, /taken|match/, told);
  assert.equal(await page.inputValue("[name=password]"), "", "passwords do not come back");
  await look("enrol-mistakes");
  await fill(page, { username, name: "Ada", password: PASSWORD, password_repeat: PASSWORD });
  await landed(page, username);
  await look("landed");
}

async function logOut(page, look) {
  await page.getByRole("link", { name: "Log out" }).click();
  await page.waitForSelector("[name=uid_field]");
  await page.goto("/if/user/");
  await page.waitForSelector("[name=uid_field]");
  await look("identification");
}

async function logIn(page, username, look) {
  await page.fill("[name=uid_field]", username);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[name=password]");
  await look("password");
  await fill(page, { password: "wrong" });
  assert.match(await page.locator("[role=alert]").innerText(), /Invalid password/);
  await look("password-wrong");
  await fill(page, { password: PASSWORD });
  await landed(page, username);
}

/** Fills fields in by name and sends the form with the keyboard, as people do. */
async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await page.fill(`[name=${name}]`, value);
  }
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

async function landed(page, username) {
  await page.waitForURL("**/if/user/**");
  assert.match(await page.locator("main").innerText(), new RegExp(username));
}

/** Counts what the next page loads. */
function weigh(page) {
  const bodies = [];
  page.on("response", (response) => bodies.push(response.body().then((body) => body.length).catch(() => 0)));
  return async () => (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
}

/** The strict policy is in force, so the browser reports whatever breaks it. */
async function noComplaints(page, what) {
  const grave = page.complaints.splice(0).filter((text) => !/status of 404/.test(text));
  assert.deepEqual(grave, [], `${what}: the browser complains`);
  assert.equal(await page.locator("h1").count(), 1, `${what}: one heading`);
}

/** Looks at a page as axe-core does, and takes its picture, in both themes and at both widths. */
async function examine(page, what) {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${SHOTS}${what}-${width}-${colorScheme}.png`, fullPage: true });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${what} at ${width}: ${overflow} pixels too wide`);
      await page.evaluate(AXE);
      const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      const told = found.violations.map((one) => `${one.id}: ${one.help}\n  ${one.nodes.map((node) => node.html).join("\n  ")}`);
      assert.deepEqual(told, [], `${what} at ${width} in ${colorScheme}: axe-core finds\n${told.join("\n")}`);
    }
  }
}
