// The peer: an echo bot on the JavaScript SDK, as its documentation writes it, without an app id. Port in PORT.
import { createServer } from 'node:http';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (_, error) => console.error(error);

const bot = new ActivityHandler();
bot.onMessage(async (turn, next) => {
  await turn.sendActivity(MessageFactory.text(`Echo: ${turn.activity.text}`));
  await next();
});

createServer(async (request, response) => {
  if (request.method !== 'POST') {
    response.end('ready');
    return;
  }
  const parts = [];
  for await (const part of request) parts.push(part);
  request.body = JSON.parse(Buffer.concat(parts));
  // What the adapter asks of a web framework's response.
  response.status = code => { response.statusCode = code; return response; };
  response.header = (name, value) => response.setHeader(name, value);
  response.send = body => response.end(typeof body === 'string' ? body : JSON.stringify(body));
  await adapter.process(request, response, turn => bot.run(turn));
}).listen(Number(process.env.PORT), '127.0.0.1');
