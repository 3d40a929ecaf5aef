import { readText } from './body';

describe('readText', () => {
  it('joins what arrives in parts, also within a character', async () => {
    const bytes = new TextEncoder().encode('daprd für alle');
    const parts = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readText(new Response(parts))).toBe('daprd für alle');
  });

  it('is empty where there is no body', async () => {
    expect(await readText(new Response(null, { status: 204 }))).toBe('');
  });

  it('cuts off a server that never stops sending', async () => {
    const cancelled = jest.fn();
    const endless = new ReadableStream({
      pull: controller => controller.enqueue(new Uint8Array(1000)),
      cancel: cancelled,
    });
    await expect(readText(new Response(endless), 5000)).rejects.toThrow(RangeError); // prettier-ignore
    expect(cancelled).toHaveBeenCalled();
  });
});
