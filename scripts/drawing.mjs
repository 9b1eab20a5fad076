// Turns SVG into PNG, the same bytes on any machine.
import { readFileSync } from 'node:fs';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

let started;

/** Call before `draw`; as often as you like. @param packageFile (packageName, ...path) -> the file's path in node_modules. */
export function startDrawing(packageFile) {
  started ??= initWasm(readFileSync(packageFile('@resvg/resvg-wasm', 'index_bg.wasm')));
  return started;
}

/** @returns the bytes of a square PNG, `side` pixels wide, on white where the drawing leaves it open. */
export function draw(svg, side, background = '#ffffff') {
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: side }, background });
  const image = drawing.render();
  const png = image.asPng();
  if (image.width !== side || image.height !== side) throw new Error(`Drawn at ${image.width} x ${image.height}.`);
  image.free();
  drawing.free();
  return png;
}
