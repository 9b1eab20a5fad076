import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeCamera, listCameras, openCamera } from './camera';

afterEach(() => vi.unstubAllGlobals());

const withDevices = (mediaDevices: unknown, isSecureContext = true) => {
  vi.stubGlobal('navigator', { mediaDevices });
  vi.stubGlobal('isSecureContext', isSecureContext);
};
const refusing = (name: string) => ({
  getUserMedia: () => Promise.reject(Object.assign(new Error('no'), { name })),
});

describe('a camera that cannot be had is a sentence', () => {
  it('on a page over plain http', async () => {
    withDevices(undefined, false);
    await expect(openCamera(null)).rejects.toThrow('https');
  });
  it('in a browser without cameras', async () => {
    withDevices(undefined);
    await expect(openCamera(null)).rejects.toThrow('choose a picture instead');
  });
  it.each([
    ['NotAllowedError', 'not allowed on this page'],
    ['NotFoundError', 'No camera was found'],
    ['OverconstrainedError', 'no longer there'],
    ['NotReadableError', 'another program'],
    ['TypeError', 'no'],
  ])('after %s', async (name, words) => {
    withDevices(refusing(name));
    await expect(openCamera(null)).rejects.toThrow(words);
  });
});

it('asks for pictures without sound, and for the chosen camera alone', async () => {
  const getUserMedia = vi.fn<(constraints: MediaStreamConstraints) => Promise<string>>(() => Promise.resolve('stream'));
  withDevices({ getUserMedia });
  await openCamera(null);
  await openCamera('two');
  expect(getUserMedia.mock.calls).toMatchObject([
    [{ audio: false, video: { width: { ideal: 640 } } }],
    [{ audio: false, video: { deviceId: { exact: 'two' } } }],
  ]);
});

it('names cameras that do not tell their names', async () => {
  const devices = [
    { kind: 'audioinput', deviceId: 'a', label: 'Microphone' },
    { kind: 'videoinput', deviceId: 'b', label: 'Front' },
    { kind: 'videoinput', deviceId: 'c', label: '' },
  ];
  withDevices({ enumerateDevices: () => Promise.resolve(devices) });
  expect(await listCameras()).toEqual([
    { id: 'b', name: 'Front' },
    { id: 'c', name: 'Camera 2' },
  ]);
});

it('ends every track', () => {
  const stop = vi.fn<() => void>();
  closeCamera({ getTracks: () => [{ stop }, { stop }] } as unknown as MediaStream);
  expect(stop).toHaveBeenCalledTimes(2);
});
