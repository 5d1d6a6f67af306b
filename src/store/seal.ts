/**
 * What people said is sealed before it is kept: AES-256-GCM, so that whoever gets hold of the file, the account or a
 * backup reads nothing of it, and nobody can change or move it unseen.
 *
 * An event is sealed whole. Of a head, what lists are found by stays clear; who its worker is, and all else that stays
 * clear, is part of what the seal vouches for. The case, the revision and what it is (event or head) are too, so
 * something that was sealed for one place cannot be put in another.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CaseEvent } from '../domain/case/event';
import type { CaseHead } from '../domain/case/head';
import { readKept } from '../domain/case/newerVersion';
import type { SealKey } from './sealKeys';

export type At = { readonly caseId: string; readonly rev: number };

export interface Seal {
  /** What is to be kept of an event, as JSON. */
  event(event: CaseEvent, at: At): unknown;
  /** Reads sealed events and those from before there was a key. Throws NotReadable when it is no event of this place, or its key is not there; WrittenByNewerVersion when it holds more than this version knows. */
  openEvent(stored: unknown, at: At): CaseEvent;
  head(head: CaseHead): unknown;
  openHead(stored: unknown): CaseHead;
  /** For lists: what cannot be opened stands there by its reference alone, so that one head never hides all others. Whoever loads the case is told. */
  listedHead(stored: unknown): CaseHead;
  /** The same under the key that seals now, to the letter: also what a newer version wrote into it. */
  resealEvent(stored: unknown, at: At): unknown;
  resealHead(stored: unknown): unknown;
  /** Whether it stands there as it would be written today. */
  isCurrent(stored: unknown): boolean;
}

/** Thrown for what cannot be opened; the sentence says what to do and nothing of what is inside. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
  constructor(message: string, /** A setting is wrong, not the record. */ readonly lacksKey = false) {
    super(message);
  }
}

const algorithm = 'aes-256-gcm';
/** Random for each event. One key may seal 2^32 of them (NIST SP 800-38D, 8.3): a thousand link workers for a century. */
const nonceBytes = 12;
const tagBytes = 16;

const Sealed = z.object({ sealed: z.string().regex(/^1\.[A-Za-z0-9_-]{1,32}\.[A-Za-z0-9_-]+$/) });
/** Every field of a head, so that a new one is not lost on its way in or out: without an entry it does not compile. */
const fields = {
  caseId: z.string(),
  rev: z.number(),
  ref: z.string(),
  name: z.string(),
  worker: z.string(),
  state: z.enum(['open', 'paused', 'closed']),
  stage: z.string(),
  touchedAt: z.string(),
  activeAt: z.string(),
  openConcerns: z.number(),
  closedAt: z.string().optional(),
  setAside: z.enum(['restricted', 'erasing']).optional(),
  openedBy: z.object({ name: z.string(), at: z.string() }).optional(),
  owes: z.boolean(),
  reviewOn: z.string().optional(),
  remindOn: z.string().optional(),
} satisfies { readonly [Name in keyof Required<CaseHead>]: z.ZodType };
const clear = { caseId: true, rev: true, ref: true, worker: true, owes: true, remindOn: true } as const;
const Head = z.object(fields);
const Clear = Head.pick(clear);
const Hidden = Head.omit(clear);

/** The first key seals, all open. Without keys nothing is sealed, and what is sealed cannot be read. */
export function sealWith(keys: readonly SealKey[]): Seal {
  const [first] = keys;
  const seal = (text: string, bound: readonly unknown[]): { sealed: string } | undefined => first && { sealed: sealText(first, text, bound) };
  const open = (sealed: string, bound: readonly unknown[]): unknown => JSON.parse(openText(keys, sealed, bound));
  const openHead = (stored: unknown): CaseHead => {
    const { data } = Sealed.safeParse(stored);
    if (!data) return headFrom(stored);
    const found = Clear.parse(stored);
    return headFrom({ ...found, ...(open(data.sealed, headAt(found)) as object) });
  };
  return {
    event: (event, at) => seal(JSON.stringify(event), eventAt(at)) ?? event,
    openEvent: (stored, at) => {
      const { data } = Sealed.safeParse(stored);
      return readKept(CaseEvent, data ? open(data.sealed, eventAt(at)) : stored);
    },
    head: (head) => {
      const found = Clear.parse(head);
      const sealed = seal(JSON.stringify(Hidden.parse(head)), headAt(found));
      return sealed ? { ...found, ...sealed } : head;
    },
    openHead,
    listedHead: (stored) => {
      try {
        return openHead(stored);
      } catch (error) {
        if (error instanceof NotReadable) return headFrom({ ...Clear.parse(stored), ...shut });
        throw error;
      }
    },
    resealEvent: (stored, at) => {
      const { data } = Sealed.safeParse(stored);
      const kept = data ? open(data.sealed, eventAt(at)) : stored;
      return seal(JSON.stringify(kept), eventAt(at)) ?? kept;
    },
    resealHead: (stored) => {
      const { sealed, ...rest } = stored as { readonly sealed?: string };
      const found = Clear.parse(rest);
      const isHidden = ([name]: readonly [string, unknown]): boolean => !Object.hasOwn(clear, name);
      const hidden = sealed === undefined ? Object.fromEntries(Object.entries(rest).filter(isHidden)) : (open(sealed, headAt(found)) as object);
      const kept = sealed === undefined ? Object.fromEntries(Object.entries(rest).filter((field) => !isHidden(field))) : rest;
      return { ...kept, ...(seal(JSON.stringify(hidden), headAt(found)) ?? hidden) };
    },
    isCurrent: (stored) => {
      const { data } = Sealed.safeParse(stored);
      return data ? keyOf(data.sealed) === first?.id : first === undefined;
    },
  };
}

const shut = { name: '', state: 'open', stage: '', touchedAt: '', activeAt: '', openConcerns: 0 } as const;

/** In the order of its fields, whatever order they were kept in. */
const headFrom = (stored: unknown): CaseHead => JSON.parse(JSON.stringify(Head.parse(stored))) as CaseHead;

export const noSeal: Seal = sealWith([]);

const eventAt = ({ caseId, rev }: At): readonly unknown[] => ['event', caseId, rev];
const headAt = ({ caseId, rev, ref, worker, owes, remindOn }: z.infer<typeof Clear>): readonly unknown[] => ['head', caseId, rev, ref, worker, owes, remindOn ?? ''];
const keyOf = (sealed: string): string => sealed.split('.')[1] ?? '';

function sealText({ id, key }: SealKey, text: string, bound: readonly unknown[]): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(boundTo(id, bound));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `1.${id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function openText(keys: readonly SealKey[], sealed: string, bound: readonly unknown[]): string {
  const id = keyOf(sealed);
  const known = keys.find((key) => key.id === id);
  if (!known) throw new NotReadable(`A record is sealed with the key ${id}, which is not among SEAL_KEYS. Put that key back, after the one that seals.`, true);
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
  try {
    const decipher = createDecipheriv(algorithm, known.key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(boundTo(id, bound)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new NotReadable(`A record does not open with the key ${id}: it was changed or moved since it was sealed, or the key with that id is another one. Compare SEAL_KEYS, or go back to a backup.`);
  }
}

const boundTo = (key: string, bound: readonly unknown[]): Buffer => Buffer.from(JSON.stringify(['threefold', 1, key, ...bound]), 'utf8');
