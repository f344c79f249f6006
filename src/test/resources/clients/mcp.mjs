// What the npm SDK of the Model Context Protocol makes of Vigie, one JSON object on standard output. Run by McpIT.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { createInterface } from "node:readline";

const url = new URL(process.env.VIGIE_URL + "/mcp");
const seen = {};

/** The value, or what was thrown: its HTTP status or its JSON-RPC code. */
async function tried(name, run) {
  try {
    seen[name] = await run();
  } catch (thrown) {
    seen[name] = "raised " + (thrown.code ?? thrown.constructor.name);
  }
}

async function connect(headers) {
  const client = new Client({ name: "essai", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  return client;
}

/** The text of the answer, marked where the tool says that it failed. */
async function call(client, name, args) {
  const answer = await client.callTool({ name, arguments: args });
  return (answer.isError ? "error: " : "") + answer.content[0].text;
}

const client = await connect({ authorization: "Bearer " + process.env.VIGIE_KEY });
await tried("tools", async () => (await client.listTools()).tools.map((tool) => tool.name).sort());
await tried("schema", async () => (await client.listTools()).tools.find((tool) => tool.name === "shield_detect").inputSchema);
await tried("detect", async () => JSON.parse(await call(client, "shield_detect", { text: "🚢 olive.petit@client.example" })));
await tried("pseudonymise", () => call(client, "shield_pseudonymise", { text: "Écris à olive.petit@client.example" }));
await tried("empty", async () => JSON.parse(await call(client, "shield_detect", { text: "" })));
await tried("longest", async () => JSON.parse(await call(client, "shield_detect", { text: "a ".repeat(500000) })).class);
await tried("tooLong", () => call(client, "shield_detect", { text: "é".repeat(1000001) }));
await tried("number", () => call(client, "shield_detect", { text: 42 }));
await tried("object", () => call(client, "shield_detect", { text: { canari: "canari-mcp" } }));
await tried("null", () => call(client, "shield_detect", { text: null }));
await tried("missing", () => call(client, "shield_detect", {}));
await tried("unknownTool", () => call(client, "shield_unknown", { text: "x" }));
await tried("after", async () => JSON.parse(await call(client, "shield_detect", { text: "Bonjour" })).findings.length);
await tried("apiKeyHeader", async () => {
  const other = await connect({ "x-api-key": process.env.VIGIE_KEY });
  return (await other.listTools()).tools.length;
});
await tried("withoutKey", () => connect({}));
await tried("unknownKey", () => connect({ authorization: "Bearer vigie-inconnue-0123456789-0123456789-abc" }));

// A key that is revoked in the middle of a session: the test revokes it when it reads the line.
const revoked = await connect({ authorization: "Bearer " + process.env.VIGIE_KEY + "-autre" });
await tried("beforeRevocation", async () => (await revoked.listTools()).tools.length);
console.log("revoke");
await new Promise((resolve) => createInterface({ input: process.stdin }).once("line", resolve));
await tried("afterRevocation", () => call(revoked, "shield_detect", { text: "x" }));

await client.close();
console.log(JSON.stringify(seen));
process.exit(0);
