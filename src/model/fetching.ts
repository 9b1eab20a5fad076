/** A server that sends nothing for this long is taken for dead. */
const stallMilliseconds = 30_000;

/** Why a file did not come; the caller knows whose server it is and says what to do. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  constructor(
    readonly kind:
      | { readonly is: 'refused'; readonly status: number }
      | { readonly is: 'silent'; readonly seconds: number }
      /** No network, no such host, or the server does not allow this page to read from it: browsers do not tell which. */
      | { readonly is: 'unreachable' },
    cause?: unknown,
  ) {
    super(kind.is === 'refused' ? `HTTP ${kind.status}` : kind.is, { cause });
  }
}

/**
 * Fetches one file whole.
 *
 * @param onBytes told how many bytes each part brought.
 * @throws FetchFailure
 */
export async function fetchBytes(url: URL, onBytes: (added: number) => void): Promise<ArrayBuffer> {
  const stall = new AbortController();
  let timer = setTimeout(() => stall.abort(), stallMilliseconds);
  try {
    const response = await fetch(url, { signal: stall.signal, credentials: 'same-origin' });
    if (!response.ok) throw new FetchFailure({ is: 'refused', status: response.status });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of chunks(response)) {
      clearTimeout(timer);
      timer = setTimeout(() => stall.abort(), stallMilliseconds);
      parts.push(part);
      onBytes(part.byteLength);
    }
    return joined(parts);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    if (stall.signal.aborted) throw new FetchFailure({ is: 'silent', seconds: stallMilliseconds / 1000 }, error);
    throw new FetchFailure({ is: 'unreachable' }, error);
  } finally {
    clearTimeout(timer);
  }
}

/** Safari cannot iterate a stream with `for await`, so that its reader is used. */
async function* chunks(response: Response): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The parts, one after the other. */
function joined(parts: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}
