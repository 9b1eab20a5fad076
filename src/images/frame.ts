import { t } from '@lingui/core/macro';
/** The same picture with left and right changed; takes the first one over. Works in a window and in a worker. */
export function mirrored(bitmap: ImageBitmap): ImageBitmap {
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error(t`The browser gave no 2D canvas to draw a picture on.`);
  context.translate(width, 0);
  context.scale(-1, 1);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
