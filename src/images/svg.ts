import { side } from './prepare';

/**
 * Draws an SVG in the page, which alone can do it, large enough to be scaled down afterwards. Scripts in it do not run
 * and what it links to is not loaded, since it is shown as an image. Null where it is broken.
 */
export async function drawSvg(svg: Blob): Promise<ImageBitmap | null> {
  const drawing = new DOMParser().parseFromString(await svg.text(), 'image/svg+xml');
  const root = drawing.documentElement;
  if (root.localName !== 'svg' || drawing.querySelector('parsererror')) return null;
  const size = giveSize(root);
  const image = new Image(size.width, size.height);
  // As data, not as a blob: Chrome taints a canvas with a blob's SVG where it holds a foreignObject.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  try {
    await image.decode();
  } catch {
    return null; // the browser calls it broken too
  }
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, size.width, size.height);
  return canvas.transferToImageBitmap();
}

/** Sets a width and height in pixels in the drawing's own proportions, its shorter side twice the model's input. */
function giveSize(root: Element): { width: number; height: number } {
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth, boxHeight] = box;
  // A percentage is no size of its own. Browsers draw an SVG that has none at 300 x 150.
  const own = (name: string) => {
    const text = root.getAttribute(name) ?? '';
    return text.endsWith('%') ? 0 : Number.parseFloat(text) || 0;
  };
  const width = own('width') || boxWidth || 300;
  const height = own('height') || boxHeight || 150;
  if (!root.hasAttribute('viewBox')) root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ratio = Math.max(0.05, Math.min(20, width / height));
  const short = 2 * side;
  const size =
    ratio > 1
      ? { width: Math.round(short * ratio), height: short }
      : { width: short, height: Math.round(short / ratio) };
  root.setAttribute('width', String(size.width));
  root.setAttribute('height', String(size.height));
  return size;
}
