import { Refusals } from './refusals';

const refused = { ok: false, failure: { state: 'forbidden', message: 'No.' } } as const; // prettier-ignore
const failed = { ok: false, failure: { state: 'unreachable', message: 'No.' } } as const; // prettier-ignore
const given = { ok: true, body: 'it' } as const;

function create() {
  let minutes = 0;
  const refusals = new Refusals(() => new Date(minutes * 60_000));
  return { refusals, pass: (more: number) => (minutes += more) };
}

describe('Refusals', () => {
  it('hands over what is given', async () => {
    expect(await create().refusals.ask('events', async () => given)).toBe(given); // prettier-ignore
  });

  it('does not ask again for what was refused, and after a while does', async () => {
    const { refusals, pass } = create();
    const read = jest.fn(async () => refused);
    expect(await refusals.ask('events', read)).toBeUndefined();
    pass(14);
    await refusals.ask('events', read);
    expect(read).toHaveBeenCalledTimes(1);
    pass(2);
    await refusals.ask('events', read);
    expect(read).toHaveBeenCalledTimes(2);
    expect(await refusals.ask('events', async () => given)).toBeUndefined();
  });

  it('goes on asking for other things, and after another failure', async () => {
    const { refusals } = create();
    await refusals.ask('events', async () => refused);
    expect(await refusals.ask('logs', async () => failed)).toBeUndefined();
    expect(await refusals.ask('logs', async () => given)).toBe(given);
  });
});
