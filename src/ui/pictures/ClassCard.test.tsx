import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Picture, Side } from '../../core/collection';
import { recordingGroup } from '../../core/recordings';
import { ClassCard } from './ClassCard';

const cls = { id: 'cats', name: 'Cats', style: 0 };
const ignore = () => undefined;

/** Cats: each letter is a recording; those in capitals are on the validation side. */
function card(letters: string): string {
  const pictures = letters.split('').map((letter, i): Picture => {
    const id = `p${i}`;
    return { id, hash: id, name: `${id}.png`, classId: 'cats', group: recordingGroup(letter), pin: null };
  });
  const sides = new Map<string, Side>(
    pictures.map((p, i) => [p.id, /[A-Z]/.test(letters[i] ?? '') ? 'validation' : 'training']),
  );
  return renderToStaticMarkup(
    <MantineProvider>
      <ClassCard
        cls={cls}
        pictures={pictures}
        classes={[cls]}
        classById={new Map([[cls.id, cls]])}
        draw={{ sides, wrongLabels: new Map() }}
        contradicted={new Set()}
        testLocked
        thumbnailUrl={() => 'data:,'}
        onFiles={ignore}
        onAction={ignore}
        onOpen={ignore}
        onCamera={ignore}
      />
    </MantineProvider>,
  );
}

it.each([
  ['aabbBBBC', 'Most validation pictures are one recording: nearly the same picture.'],
  ['aaabBBCC', 'Most training pictures are one recording: nearly the same picture.'],
  ['aaaBBB', 'Most training and most validation pictures are one recording each: nearly the same picture.'],
])('a class says which side is mostly one recording: %s', (letters, words) => expect(card(letters)).toContain(words));

it('a class of several recordings on either side has nothing to warn of', () =>
  expect(card('aabbBBCC')).not.toContain('one recording'));
