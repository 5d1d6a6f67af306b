// Loaded before a bot under load (node --require): what it sends to Microsoft goes to the stand-in on this machine, as
// plain HTTP. Everything else of the bot is as it is run by anybody: its keys, tokens and connector come over the wire.
const https = require('node:https');
const net = require('node:net');

const port = Number(process.env.BENCH_PLATFORM_PORT);
const diverted = ['login.botframework.com', 'login.microsoftonline.com', 'smba.trafficmanager.net'];

https.Agent.prototype.createConnection = function divert({ host, servername }) {
  const wanted = servername || host;
  if (!diverted.includes(wanted)) throw new Error(`A bot under load wanted to reach ${wanted}.`);
  const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
  // The sender counts on TLS and waits for it.
  socket.encrypted = true;
  socket.authorized = true;
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket;
};
