import { t } from '@lingui/core/macro';
/** A camera that can be chosen. */
export interface CameraDevice {
  readonly id: string;
  readonly name: string;
}

/** What a picture is made of in the end is 224 pixels wide; more than this would only take time. */
const wanted = { width: { ideal: 640 }, height: { ideal: 480 } } as const;

/**
 * Asks the browser, and so the person, for a camera.
 *
 * @param deviceId null: whichever the browser gives. @throws Error with a sentence that says what to do.
 */
export async function openCamera(deviceId: string | null): Promise<MediaStream> {
  // Missing on pages that are not secure, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) throw new Error(missing());
  try {
    return await devices.getUserMedia({
      audio: false,
      video: deviceId === null ? wanted : { ...wanted, deviceId: { exact: deviceId } },
    });
  } catch (error) {
    throw new Error(faultWords(error instanceof Error ? error.name : '', String(error)), { cause: error });
  }
}

/** The cameras there are, by name; the browser tells the names once one of them is open. */
export async function listCameras(): Promise<readonly CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, i) => ({ id: deviceId, name: label || numbered(i + 1) }));
}

/** Ends the stream; the camera's light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

const numbered = (n: number): string => t`Camera ${n}`;

const missing = () =>
  isSecureContext
    ? t`This browser gives pages no camera. Open the page in a current Chrome, Edge, Firefox or Safari, or choose a picture instead.`
    : t`Browsers give the camera only to pages that come over https, or from this very computer (localhost). Open the page that way, or choose a picture instead.`;

/** @param name of the error that getUserMedia rejects with. */
function faultWords(name: string, message: string): string {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return t`The camera is not allowed on this page. Allow it in the browser (the sign beside the address, or the settings of this page), then try again.`;
    case 'NotFoundError':
      return t`No camera was found. Plug one in, or choose a picture instead.`;
    case 'OverconstrainedError':
      return t`This camera is no longer there. Try again with another one.`;
    case 'NotReadableError':
    case 'AbortError':
      return t`The camera does not start: another program may be using it. Close that program, then try again.`;
    default:
      return t`The camera does not start (${message}). Try again, or choose a picture instead.`;
  }
}
