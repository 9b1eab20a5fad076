import { describe, expect, it } from 'vitest';
import { folderAddress } from './folderAddress';

const page = 'https://school.example/lab/index.html#v=1';

describe('the address of a folder with a model', () => {
  it.each([
    ['models/v1', 'https://school.example/lab/models/v1/'],
    ['models/v1/model.json', 'https://school.example/lab/models/v1/'],
    ['/shared/v1/', 'https://school.example/shared/v1/'],
    [' https://school.example/shared/v1/model.json?x=1 ', 'https://school.example/shared/v1/'],
  ])('%s', (text, address) => {
    expect(folderAddress(text, page)).toEqual({ ok: true, address });
  });

  it.each([
    ['', /Type the address/],
    ['https://other.example/v1/', /other\.example is another/],
    ['http://school.example/v1/', /only read from its own/],
    ['https://', /is no address/],
  ])('refuses “%s”', (text, reason) => {
    expect(folderAddress(text, page)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});
