// Loaded into the bot and the playground by npm start, before their own code.
const { Server } = require('node:net');

const listen = Server.prototype.listen;

/** The playground listens on every network interface. Whatever is asked for, only this machine can reach it. */
Server.prototype.listen = function listenHere(first, ...rest) {
  if (first !== null && typeof first === 'object') return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  if (typeof first === 'string' && Number.isNaN(Number(first))) return listen.call(this, first, ...rest);
  const callback = rest.find((part) => typeof part === 'function');
  return listen.call(this, Number(first ?? 0), '127.0.0.1', ...(callback === undefined ? [] : [callback]));
};

/** The playground's own switch leaves a heartbeat on that tells its maker an id of this machine every 15 minutes. */
process.env.APPLICATIONINSIGHTS_CONFIGURATION_CONTENT = JSON.stringify({ disableAppInsights: true, disableStatsbeat: true, enableAutoCollectHeartbeat: false });

/** When npm start is gone, however it went, so are its children. */
if (process.connected) {
  process.on('disconnect', () => process.exit(0));
  process.channel.unref();
}
