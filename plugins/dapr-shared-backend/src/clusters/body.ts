/** More than any page of a list: 500 objects of the greatest size are rare. */
const MAX_BYTES = 128 * 1024 * 1024;

/**
 * The body as text.
 *
 * @param maxBytes - where a server that never stops sending is cut off
 * @throws RangeError where it is longer
 */
export async function readText(
  response: Response,
  maxBytes: number = MAX_BYTES,
): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new RangeError(`The answer is longer than ${maxBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
