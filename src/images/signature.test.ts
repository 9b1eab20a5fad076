import { expect, test } from 'vitest';
import { recognise } from './signature';

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const kindOf = (text: string, name = 'file') => {
  const found = recognise(bytes(text), name);
  if (found.kind === 'picture') return found.format.name;
  return found.kind === 'refused' ? found.reason : found.kind;
};

test.each([
  ['\xff\xd8\xff\xe0', 'x.png', 'JPEG'],
  ['\x89PNG\r\n\x1a\n', '.jpg', 'PNG'],
  ['GIF89a', '', 'GIF'],
  ['RIFF....WEBPVP8 ', '', 'WebP'],
  ['\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf', '', 'AVIF'],
  ['\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', '', 'AVIF'],
  ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'x.jpg', 'HEIC'],
  ['II*\0\x08\0\0\0', 'scan.tif', 'TIFF'],
  ['\0\0\0\x0cJXL \r\n', '', 'JPEG XL'],
  ['BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0\x02\0\0\0', '', 'BMP'],
  ['<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="x">', '', 'svg'],
  ['PK\x03\x04', 'a.zip', 'zip'],
  ['PK\x05\x06', 'a.zip', 'zip'],
])('%j named %j is %s', (head, name, kind) => {
  expect(kindOf(head, name)).toBe(kind);
});

test.each([
  ['Hello, this is not a picture.', 'cat.png', /text file/],
  ['BMW is a maker of cars, and this a text.', '', /text file/],
  ['\n<!DOCTYPE html><html>', 'cat.jpg', /web page/],
  ['%PDF-1.7', '', /PDF/],
  ['PK\x03\x04'.padEnd(30, '\0') + '[Content_Types].xml', 'a.zip', /Office/],
  ['PK\x03\x04', 'report.docx', /Office/],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '', /Office/],
  ['\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'cat.jpg', /video/],
  ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom', '', /RAW/],
  ['II*\0\x10\0\0\0CR\x02\0', '', /RAW/],
  ['II*\0\x08\0\0\0', 'DSC_1.NEF', /RAW/],
  ['8BPS', '', /Photoshop/],
  ['Rar!\x1a\x07\0', '', /RAR archive/],
  ['\x1f\x8b\x08', 'a.tar.gz', /gzip archive/],
  ['ID3\x03', '', /sound/],
  ['\x00\x01\x02\x03\x04', 'x.jpg', /not a picture of a kind that is known/],
  ['\x00\x01\x02\x03\x04', 'x.zip', /called a ZIP, but is none/],
])('%j named %j is refused', (head, name, reason) => {
  expect(kindOf(head, name)).toMatch(reason);
});
