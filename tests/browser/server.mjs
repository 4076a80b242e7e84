// Starts the server for the journey: a fresh database in a temporary folder, a free port.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const TOKEN = "administrators-token";

const built = ["debug", "release"].map((profile) => new URL(`../../target/${profile}/vestibule`, import.meta.url).pathname);

/** Starts the server and waits until it says where it listens. */
export async function startServer() {
  const binary = process.env.VESTIBULE_BIN ?? built.find(existsSync);
  if (!binary) {
    throw new Error("no server binary; build it with `cargo build -p vestibule-server` or name it in VESTIBULE_BIN");
  }
  const folder = await mkdtemp(join(tmpdir(), "vestibule-browser-"));
  const settings = {
    VESTIBULE_LISTEN: "127.0.0.1:0",
    VESTIBULE_METRICS_LISTEN: "127.0.0.1:0",
    VESTIBULE_DATA: folder,
    VESTIBULE_PASSWORD_COST: "lowest",
    VESTIBULE_BOOTSTRAP_TOKEN: TOKEN,
    VESTIBULE_BOOTSTRAP_PASSWORD: "administrators-password",
    VESTIBULE_BOOTSTRAP_EMAIL: "akadmin@example.com",
  };
  const child = spawn(binary, ["serve"], { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  process.on("exit", () => child.kill("SIGKILL"));
  const url = await listening(child);
  const stop = async () => {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

function listening(child) {
  const said = [];
  return new Promise((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}; it said:\n${said.join("\n")}`)));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        const found = line.match(/listening on (http:\/\/[0-9.:]+)/);
        if (found) {
          resolve(found[1]);
        }
      });
    }
  });
}
