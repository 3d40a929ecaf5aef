/** What went wrong in one line for people, with what to do. Printed without a stack. */
export class Complaint extends Error {}

export function say(message) {
  process.stdout.write(`${message}\n`);
}

/** Runs a step, saying before what it does and after how long it took. */
export async function step(what, action) {
  say(`• ${what} …`);
  const started = Date.now();
  const result = await action();
  say(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
