import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { rollup } from 'd3-array';
import type { Picture, PictureClass } from '../../core/collection';
import { grouped } from '../../core/figures';
import type { Destination } from '../../core/project/merge';
import { ClassMark } from '../pictures/ClassMark';

export interface ClassDestinationsProps {
  /** Of the file. */
  readonly classes: readonly PictureClass[];
  readonly pictures: readonly Pick<Picture, 'classId'>[];
  /** Of the project that is open. */
  readonly ours: readonly PictureClass[];
  /** Where each class goes, by its id; null: nobody asks. */
  readonly destinations: ReadonlyMap<string, Destination> | null;
  readonly onChange: (classId: string, destination: Destination) => void;
}

/** The classes of a project file with their numbers of pictures, and where each is to go. */
export function ClassDestinations({ classes, pictures, ours, destinations, onChange }: ClassDestinationsProps) {
  const counts = rollup(
    pictures,
    (own) => own.length,
    (p) => p.classId,
  );
  return (
    <table className="project-file-classes">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Class</Trans>
          </th>
          <th scope="col">
            <Trans>Pictures</Trans>
          </th>
          {destinations && (
            <th scope="col">
              <Trans>Goes to</Trans>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {classes.map(({ id, name, style }) => (
          <tr key={id}>
            <th scope="row">
              <span className="project-file-class">
                <ClassMark style={style} />
                {name}
              </span>
            </th>
            <td className="lab-numbers">{grouped(counts.get(id) ?? 0)}</td>
            {destinations && (
              <td>
                <NativeSelect
                  aria-label={t`Where “${name}” goes`}
                  value={valueOf(destinations.get(id))}
                  onChange={(event) => onChange(id, destinationOf(event.currentTarget.value))}
                  data={[
                    ...ours.map((own) => ({ value: `class ${own.id}`, label: own.name })),
                    { value: 'new', label: t`A new class` },
                    { value: 'left out', label: t`Leave it out` },
                  ]}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A class's id may be any word, so that it stands behind one of ours. */
const valueOf = (destination: Destination | undefined): string =>
  destination?.kind === 'existing' ? `class ${destination.classId}` : (destination?.kind ?? 'left out');

function destinationOf(value: string): Destination {
  if (value === 'new' || value === 'left out') return { kind: value };
  return { kind: 'existing', classId: value.slice('class '.length) };
}
