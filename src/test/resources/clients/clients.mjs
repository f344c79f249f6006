// What the npm SDKs make of Vigie, one JSON object on standard output. Run by NodeClientsIT.
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";

const openai = new OpenAI({ baseURL: process.env.VIGIE_URL + "/v1", apiKey: process.env.VIGIE_KEY, maxRetries: 0 });
const anthropic = new Anthropic({ baseURL: process.env.VIGIE_URL, apiKey: process.env.VIGIE_KEY, maxRetries: 0 });
const ask = "Écris à olive.petit@client.example";
const broken = "coupe après un mot";
const seen = {};

/** The text, or the name of what was thrown. */
async function tried(name, run) {
  try {
    seen[name] = await run();
  } catch (thrown) {
    seen[name] = "raised " + thrown.constructor.name + (thrown.status ? " " + thrown.status : "");
  }
}

const chat = (content) => ({ model: "scripted", messages: [{ role: "user", content }] });
const message = (content) => ({ model: "claude", max_tokens: 64, messages: [{ role: "user", content }] });

async function chatStream(content) {
  let text = "";
  for await (const chunk of await openai.chat.completions.create({ ...chat(content), stream: true })) {
    text += chunk.choices[0]?.delta?.content ?? "";
  }
  return text;
}

async function responseStream(input) {
  let text = "";
  for await (const event of await openai.responses.create({ model: "scripted", input, stream: true })) {
    if (event.type === "response.output_text.delta") text += event.delta;
  }
  return text;
}

async function messageStream(content) {
  const stream = anthropic.messages.stream(message(content));
  return (await stream.finalMessage()).content[0].text;
}

await tried("chat", async () => (await openai.chat.completions.create(chat(ask))).choices[0].message.content);
await tried("chatStream", () => chatStream(ask));
await tried("chatBroken", () => chatStream(broken));
await tried("response", async () => (await openai.responses.create({ model: "scripted", input: ask })).output_text);
await tried("responseStream", () => responseStream(ask));
await tried("responseBroken", () => responseStream(broken));
await tried("embedding", async () => (await openai.embeddings.create({ model: "scripted", input: ask })).data[0].embedding);
await tried("models", async () => (await openai.models.list()).data.some((model) => model.id === "scripted"));
await tried("unknownModel", () => openai.chat.completions.create({ ...chat(ask), model: "inconnu" }));
await tried("message", async () => (await anthropic.messages.create(message(ask))).content[0].text);
await tried("messageStream", () => messageStream(ask));
await tried("messageBroken", () => messageStream(broken));
await tried("tokens", async () => (await anthropic.messages.countTokens({ model: "claude", messages: message(ask).messages })).input_tokens);
await tried("claudes", async () => (await anthropic.models.list()).data.some((model) => model.id === "claude"));
await tried("unknownClaude", () => anthropic.messages.create({ ...message(ask), model: "inconnu" }));
console.log(JSON.stringify(seen));
