import { expose } from 'comlink';
import { expect, test, vi } from 'vitest';
import { createPreparerPool, type PictureWorker } from './pool';
import { unreadable } from './unreadable';

/** A worker of which `read` answers with the picture's name; `crash`, `hang` and `gone` do what they say. */
class FakeWorker implements PictureWorker {
  static made = 0;
  readonly #channel = new MessageChannel();
  readonly #events = new EventTarget();

  constructor() {
    FakeWorker.made++;
    expose(
      {
        read: async (_: Blob, name: string) => {
          if (name === 'crash') this.#events.dispatchEvent(new Event('error', { cancelable: true }));
          if (name === 'crash' || name === 'hang') await new Promise(() => undefined);
          if (name === 'gone') throw new DOMException('It is gone.', 'NotReadableError');
          if (name === 'odd') throw new Error('No canvas.');
          return { kind: 'refused', reason: name };
        },
        pixelsOf: () => Promise.reject(new Error('not a thumbnail')),
      },
      this.#channel.port2,
    );
    this.#channel.port1.start();
  }

  addEventListener(type: string, listener: EventListener): void {
    (type === 'message' ? this.#channel.port1 : this.#events).addEventListener(type, listener);
  }

  removeEventListener(type: string, listener: EventListener): void {
    this.#channel.port1.removeEventListener(type, listener);
  }

  postMessage(message: unknown): void {
    this.#channel.port1.postMessage(message);
  }

  terminate(): void {
    this.#channel.port1.close();
  }
}

function poolOf(size: number) {
  FakeWorker.made = 0;
  return createPreparerPool(() => new FakeWorker(), size);
}

const picture = (name: string) => ({ name, blob: new Blob() });

test('workers are made when they are needed, and shared', async () => {
  const pool = poolOf(2);
  expect(FakeWorker.made).toBe(0);
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => pool.prepare(picture(name))));
  expect(answers.map((a) => !a.ok && a.reason)).toEqual(['a', 'b', 'c', 'd']);
  expect(FakeWorker.made).toBe(2);
  pool.dispose();
});

test('a crash costs one picture and the worker is replaced', async () => {
  const pool = poolOf(1);
  const [lost, next] = await Promise.all([pool.prepare(picture('crash')), pool.prepare(picture('fine'))]);
  expect(lost).toMatchObject({ ok: false, reason: expect.stringMatching(/stopped while it read this picture/) });
  expect(next).toEqual({ ok: false, reason: 'fine' });
  expect(FakeWorker.made).toBe(2);
  pool.dispose();
});

test('a file that cannot be read, or fails in another way, costs one picture and no worker', async () => {
  const pool = poolOf(1);
  const names = ['gone', 'odd', 'gone', 'gone', 'gone', 'fine'];
  const answers = await Promise.all(names.map((name) => pool.prepare(picture(name))));
  expect(answers[0]).toEqual({ ok: false, reason: unreadable });
  expect(answers[1]).toEqual({ ok: false, reason: 'This could not be read (No canvas.).' });
  expect(answers[5]).toEqual({ ok: false, reason: 'fine' });
  expect(FakeWorker.made).toBe(1);
  pool.dispose();
});

test('where every worker crashes, that is said once instead of for each picture', async () => {
  const pool = poolOf(1);
  for (let i = 0; i < 4; i++) await pool.prepare(picture('crash'));
  await expect(pool.prepare(picture('fine'))).rejects.toThrow(/Reload the page/);
  pool.dispose();
});

test('a picture that hangs the decoder is given up after a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const pool = poolOf(1);
    const hanging = pool.prepare(picture('hang'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await hanging).toMatchObject({ ok: false, reason: expect.stringMatching(/more than a minute/) });
    pool.dispose();
  } finally {
    vi.useRealTimers();
  }
});

test('disposing ends what is running and what waits', async () => {
  const pool = poolOf(1);
  const both = Promise.all([pool.prepare(picture('hang')), pool.prepare(picture('fine'))]);
  pool.dispose();
  expect(await both).toMatchObject([{ ok: false }, { ok: false }]);
});

test('pixels of something else than a thumbnail are an error', async () => {
  const pool = poolOf(1);
  await expect(pool.pixelsOf(new Blob())).rejects.toThrow('not a thumbnail');
  pool.dispose();
});
