// @vitest-environment happy-dom
import { act, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeCamera, listCameras, openCamera } from '../../images/camera';
import { useCamera, type Camera } from './useCamera';

vi.mock('../../images/camera');

/** As much of a stream as is asked for. */
const stream = {
  getVideoTracks: () => [{ addEventListener: () => undefined, getSettings: () => ({ deviceId: 'front' }) }],
} as unknown as MediaStream;

let camera: Camera;
let unmount = () => undefined as void;
function Use() {
  const own = useCamera();
  useLayoutEffect(() => {
    camera = own;
  });
  return null;
}

let isHidden = false;
const hide = (hidden: boolean) => {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.clearAllMocks();
  isHidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  vi.mocked(openCamera).mockResolvedValue(stream);
  vi.mocked(listCameras).mockResolvedValue([{ id: 'front', name: 'Front' }]);
  const root = createRoot(document.createElement('div'));
  unmount = () => root.unmount();
  await act(async () => root.render(<Use />));
});
afterEach(() => act(async () => unmount()));

it('is on once it is allowed, and off in a tab that is hidden', async () => {
  await act(() => camera.start(null));
  expect(camera.state).toEqual({ phase: 'on', stream, deviceId: 'front' });
  expect(camera.devices).toHaveLength(1);
  await act(async () => hide(true));
  expect(camera.state).toMatchObject({ phase: 'off', note: expect.stringContaining('no longer in sight') });
  expect(closeCamera).toHaveBeenCalledExactlyOnceWith(stream);
});

it('never starts in a tab that was hidden while the browser asked', async () => {
  let allow: (stream: MediaStream) => void = () => undefined;
  vi.mocked(openCamera).mockReturnValue(new Promise((resolve) => (allow = resolve)));
  await act(async () => void camera.start(null));
  expect(camera.state.phase).toBe('asking');
  await act(async () => hide(true));
  await act(async () => allow(stream));
  expect(camera.state).toMatchObject({ phase: 'off', note: expect.stringContaining('no longer in sight') });
  expect(closeCamera).toHaveBeenCalledExactlyOnceWith(stream);
});

it('stays on where the browser does not tell which cameras there are', async () => {
  vi.mocked(listCameras).mockRejectedValue(new Error('No list.'));
  await act(() => camera.start(null));
  expect(camera.state.phase).toBe('on');
  expect(closeCamera).not.toHaveBeenCalled();
});
