/**
 * `close Q` and `correct Q`: the figures of a quarter are frozen, and corrected by a further revision. What is frozen is opaque here: the
 * caller gives its bytes, the register keeps them with their hash and never changes them.
 */
import type { Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import { hasErrors, type Message, type Result } from '../message/message.ts';
import { sha256 } from '../disk/sha256.ts';
import type { CloseAct, CorrectAct } from './act.ts';
import { closeAct, correctAct } from './revision-acts.ts';
import { enterActs, withActs } from './enter.ts';
import type { ClosedQuarter, Register } from './entry.ts';
import { openStaging } from './journal.ts';
import { readRegisterToAdd } from './known-numbers.ts';
import { closeProblems, correctProblems } from './revision-checks.ts';
import type { CloseRequest, CorrectRequest } from './revision-request.ts';
import type { Taken } from './with-register.ts';
import { withRegister } from './with-register.ts';

/** The quarter as it is closed now; null with an error. */
export function closeQuarter(request: CloseRequest): Promise<Result<ClosedQuarter | null>> {
  const plan = (register: Register) => ({
    messages: closeProblems(request, register),
    act: closeAct(request, register),
  });
  return withRegister<ClosedQuarter | null>(request, null, (taken) => revise('close', { request, taken, plan }));
}

/** As closeQuarter, and nothing is written. */
export function closeQuarterDry(request: CloseRequest): Result<ClosedQuarter | null> {
  const { value: register, messages } = readRegisterToAdd(request);
  const problems = hasErrors(messages) ? messages : [...messages, ...closeProblems(request, register)];
  return outcome(register, closeAct(request, register), problems);
}

/** The quarter as it stands corrected; null with an error. */
export function correctQuarter(request: CorrectRequest): Promise<Result<ClosedQuarter | null>> {
  const plan = (register: Register) => ({ messages: correctProblems(request, register), act: correctAct(request) });
  return withRegister<ClosedQuarter | null>(request, null, (taken) => revise('correct', { request, taken, plan }));
}

/** As correctQuarter, and nothing is written. */
export function correctQuarterDry(request: CorrectRequest): Result<ClosedQuarter | null> {
  const { value: register, messages } = readRegisterToAdd(request);
  const problems = hasErrors(messages) ? messages : [...messages, ...correctProblems(request, register)];
  return outcome(register, correctAct(request), problems);
}

function outcome(
  register: Register,
  act: CloseAct | CorrectAct,
  messages: readonly Message[],
): Result<ClosedQuarter | null> {
  if (hasErrors(messages)) return { value: null, messages };
  return { value: withActs(register, [act]).quarters.get(act.quarter) ?? null, messages };
}

type Revising = {
  readonly request: { readonly disk: Disk; readonly quarter: Quarter; readonly frozen: Uint8Array };
  readonly taken: Taken;
  readonly plan: (register: Register) => { readonly messages: readonly Message[]; readonly act: CloseAct | CorrectAct };
};

function revise(command: 'close' | 'correct', { request, taken, plan }: Revising) {
  const { register, finished } = taken;
  const standing = register.quarters.get(request.quarter) ?? null;
  // The same command, killed after it was done: done once is enough.
  const isDone = finished?.command === command && standing?.frozen.sha256 === sha256(request.frozen);
  if (isDone) return Promise.resolve({ value: standing, messages: [] });
  const { messages, act } = plan(register);
  if (hasErrors(messages)) return Promise.resolve({ value: null, messages });
  const staging = openStaging(request.disk);
  staging.add(act.frozen.path, request.frozen);
  const after = enterActs(staging, register, { command, quarter: request.quarter, acts: [act] });
  const value = after.value?.quarters.get(request.quarter) ?? null;
  return Promise.resolve({ value, messages: [...messages, ...after.messages] });
}
