/** One change of the organisation: decided on what is stored now, appended, and put into the audit trail. */
import { decideOrganisation, type OrganisationCommand, type OrganisationGround } from '../domain/organisation/decideOrganisation';
import { safetyContactsOf } from '../domain/organisation/contactsInForce';
import { organisationOf } from '../domain/organisation/evolveOrganisation';
import type { Organisation } from '../domain/organisation/organisation';
import type { OrganisationRefusal } from '../domain/organisation/refusal';
import { auditDone, idForAudit } from './auditOf';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';

export type Changed = { readonly kind: 'changed'; readonly organisation: Organisation } | { readonly kind: 'refused'; readonly reason: OrganisationRefusal; readonly organisation: Organisation };

const mostRaces = 5;

/** Others were first, each time. Nothing was changed. */
export class OrganisationTooBusy extends Error {
  override readonly name = 'OrganisationTooBusy';
}

/** `parts.content` as the settings have it. A lost race is decided again on what the winner left. */
export async function changeOrganisation(parts: Parts, envelope: { readonly at: string; readonly by: string }, command: OrganisationCommand): Promise<Changed> {
  const trail = { at: envelope.at, by: idForAudit(envelope.by) };
  for (let race = 0; race < mostRaces; race++) {
    const organisation = await organisationNow(parts, { fresh: true });
    const decision = decideOrganisation(command, envelope, groundOf(parts, organisation));
    if (decision.kind === 'refused') {
      // Whoever asks for what is already so has done nothing.
      if (decision.reason !== 'nothing-changed') await parts.audit.record([{ ...trail, verb: 'administer', what: command.type, outcome: 'refused' }]);
      return { kind: 'refused', reason: decision.reason, organisation };
    }
    const appended = await parts.organisation.append(organisation.rev, decision.events);
    if (appended.kind === 'somebody-was-first') continue;
    await auditDone(parts, decision.events.map(({ type }) => ({ ...trail, verb: 'administer', what: type, outcome: 'done' })));
    return { kind: 'changed', organisation: organisationOf(appended.events) };
  }
  throw new OrganisationTooBusy('The organisation was too busy to change');
}

export function groundOf({ content, settings }: Pick<Parts, 'content' | 'settings'>, organisation: Organisation): OrganisationGround {
  const { contacts, concerns } = content();
  return { organisation, appointed: settings, contacts, safetyContacts: safetyContactsOf({ concerns }) };
}
