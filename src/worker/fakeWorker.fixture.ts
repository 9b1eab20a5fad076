import { expose } from 'comlink';

/** A worker as a message channel, whose other end is the given service in this thread. */
export class FakeWorker extends EventTarget {
  readonly channel = new MessageChannel();
  terminated = false;

  constructor(service: object) {
    super();
    expose(service, this.channel.port2);
    this.channel.port1.addEventListener('message', ({ data }: MessageEvent) =>
      this.dispatchEvent(new MessageEvent('message', { data })),
    );
    this.channel.port1.start();
  }

  postMessage(message: unknown, transfer: MessagePort[]) {
    this.channel.port1.postMessage(message, transfer);
  }

  terminate() {
    this.terminated = true;
    this.channel.port1.close();
  }

  crash(message: string) {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }
}

/** A stand-in: of `Worker` the clients use only what is above. */
export const asWorker = (fake: FakeWorker): Worker => fake as unknown as Worker;
