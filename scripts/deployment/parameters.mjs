// What a workflow gives to infra, as a file of parameters, from the variables of one organisation.
import { fileURLToPath } from 'node:url';

const help = `Usage: IMAGE=... CONTACTS=... ADMINISTRATORS=... node scripts/deployment/parameters.mjs > parameters.json

  IMAGE            the container image with its registry and tag
  REGISTRY         its server, when the identity of the bot has to sign in there
  CONTACTS         the local numbers, as JSON (docs/contacts.md)
  ADMINISTRATORS   Entra object ids with commas between
  ALERT_EMAIL      a mailbox for trouble and costs

Seal keys are never given here. Ends with 0, or with 2 and every problem.`;

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Returns the parameters, or every problem at once. */
export function readParameters({ IMAGE = '', REGISTRY = '', CONTACTS = '', ADMINISTRATORS = '', ALERT_EMAIL = '' }) {
  const administrators = ADMINISTRATORS.split(/[\s,;]+/).filter((one) => one !== '');
  const contacts = listIn(CONTACTS);
  const problems = [
    ...(/^[\w.-]+(:\d+)?\/[\w./-]+:[\w.-]+$/.test(IMAGE) ? [] : ['IMAGE must be an image with its registry and tag, like registry.example.org/threefold:v0.1.0.']),
    ...(administrators.length > 0 && administrators.every((one) => guid.test(one)) ? [] : ['ADMINISTRATORS must be one or more Entra object ids, with commas between.']),
    ...(contacts === undefined ? ['CONTACTS must be a list as in docs/contacts.sample.json.'] : []),
  ];
  if (problems.length > 0) return { problems };
  const values = { containerImage: IMAGE, containerRegistryServer: REGISTRY, contacts, administrators, alertEmail: ALERT_EMAIL };
  return { parameters: { $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#', contentVersion: '1.0.0.0', parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])) } };
}

function listIn(text) {
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) && list.length > 0 ? list : undefined;
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--help')) {
    console.log(help);
    process.exit(0);
  }
  const { problems, parameters } = readParameters(process.env);
  if (problems) {
    console.error(problems.map((problem) => `- ${problem}`).join('\n'));
    process.exit(2);
  }
  console.log(JSON.stringify(parameters, undefined, 2));
}
