import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { setPercent } from '../../core/figures';
import { samples } from '../../core/samples';
import type { Settings } from '../../core/settings';
import { RadioLines } from '../base/RadioLines';
import './prepare.css';

/** Where the pictures of a prepared page come from. */
export type PicturesKind = 'sample' | 'own' | 'project';

export interface PicturesFormProps {
  readonly kind: PicturesKind;
  readonly sample: string;
  /** The values that learners get. */
  readonly settings: Pick<Settings, 'noise' | 'split'>;
  /** As typed. */
  readonly path: string;
  /** What is wrong with it; null: nothing, or nothing is typed yet. */
  readonly pathError: string | null;
  readonly onKind: (kind: PicturesKind) => void;
  readonly onSample: (id: string) => void;
  readonly onPath: (path: string) => void;
}

/** A built-in set, what learners bring, or a project file that the school puts beside the page. */
export function PicturesForm(props: PicturesFormProps) {
  const { kind, sample, settings, path, pathError, onKind, onSample, onPath } = props;
  const [wrong, share] = [setPercent(settings.noise), setPercent(settings.split)];
  return (
    <section className="lab-card prepare-group" aria-labelledby="prepare-pictures">
      <h3 className="lab-h3" id="prepare-pictures">
        <Trans>Which pictures</Trans>
      </h3>
      <RadioLines
        legend={t`The page opens with`}
        value={kind}
        onChange={onKind}
        lines={[
          { value: 'sample', label: t`A built-in set`, hint: t`It comes with the page.` },
          { value: 'own', label: t`No pictures`, hint: t`Learners bring theirs; what they have here already is kept.` },
          {
            value: 'project',
            label: t`My project file`,
            hint: t`Your own pictures, labels and split. The file has to lie beside this page on your server.`,
          },
        ]}
      />
      {kind === 'sample' && (
        <NativeSelect
          label={t`Built-in set`}
          description={t`A set brings its own set-up with it. Now set: wrong labels ${wrong}, training share ${share}. Both can be changed below.`}
          className="prepare-field"
          value={sample}
          data={samples.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(event) => onSample(event.currentTarget.value)}
        />
      )}
      {kind === 'project' && (
        <>
          <ol className="prepare-steps">
            <li>
              <Trans>Open your project here and press “Save as a file” at station 9 or in the project menu.</Trans>
            </li>
            <li>
              <Trans>
                Put that ZIP on the server that this page comes from, in the page’s own folder or in one below it. Its
                pictures are then for everybody who can reach the page.
              </Trans>
            </li>
          </ol>
          <TextInput
            label={t`Path of the project file`}
            description={t`From the page’s own folder on. The link fetches it when it is opened.`}
            placeholder="projects/cats.zip"
            className="prepare-field"
            autoComplete="off"
            spellCheck={false}
            value={path}
            error={pathError}
            onChange={(event) => onPath(event.currentTarget.value)}
          />
        </>
      )}
    </section>
  );
}
