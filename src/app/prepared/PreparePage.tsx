import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { formatLink } from '../../core/link';
import { pageIds, type PageId } from '../../core/page';
import { nothingPrepared, withShown, type Prepared } from '../../core/prepared';
import { controlGroups } from '../../core/preparedControls';
import { learnerSees, preparedWarnings, type PreparedPage } from '../../core/preparedWords';
import { projectPath } from '../../core/projectPath';
import { samples, sampleOf } from '../../core/samples';
import { defaultSettings, type Settings } from '../../core/settings';
import { shareWords } from '../../core/takeaway/shareWords';
import { lessons } from '../../lessons/lessons';
import { ControlGroupForm } from '../../ui/prepared/ControlGroupForm';
import { OpeningForm, type Option } from '../../ui/prepared/OpeningForm';
import { PicturesForm, type PicturesKind } from '../../ui/prepared/PicturesForm';
import { PreparedResult } from '../../ui/prepared/PreparedResult';
import { useLab } from '../context';
import { languages } from '../language';
import { PaperFrame } from '../pages/PaperFrame';
import { SettingControl } from './SettingControl';
import '../../ui/takeaway/takeaway.css';

/** What is being prepared. */
interface Draft {
  readonly kind: PicturesKind;
  readonly sample: string;
  /** As typed. */
  readonly path: string;
  readonly settings: Settings;
  readonly prepared: Prepared;
  readonly page: PageId;
  /** Empty: each learner's own. */
  readonly lang: string;
  readonly run: boolean;
}

const pages: readonly Option[] = [
  { value: 'lab', label: t`The stations alone` },
  { value: 'lessons', label: t`The list of lessons` },
  ...lessons.map(({ id, title }) => ({ value: `lesson-${id}`, label: t`Lesson: ${title}` })),
  { value: 'present', label: t`The presenter’s view` },
];

const languageOptions: readonly Option[] = [
  { value: '', label: t`Each learner’s own` },
  ...languages.map(({ id, name }) => ({ value: id, label: name })),
];

/** A form that makes links: which pictures and settings, what of the page is hidden or locked, and what is open at first. */
export default function PreparePage() {
  const lab = useLab();
  const [draft, setDraft] = useState<Draft>(() => draftOf(lab.store.getState()));
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  const { kind, sample, path, settings, prepared, page, lang, run } = draft;
  const told = projectPath(path);
  const projectAt = kind === 'project' && told.ok ? told.path : null;
  const isWhole = kind !== 'project' || told.ok;
  const link = new URL(
    formatLink(
      {
        sample: kind === 'sample' ? sample : null,
        settings,
        page,
        prepared,
        projectPath: projectAt,
        lang: lang === '' ? null : lang,
      },
      run,
    ),
    location.href.split('#')[0],
  ).href;
  const described: PreparedPage = {
    pictures:
      kind === 'sample' ? { kind, id: sample } : kind === 'project' ? { kind, path: projectAt ?? '…' } : { kind },
    settings,
    prepared,
    page,
    chapter: lessons.find(({ id }) => page === `lesson-${id}`)?.title ?? null,
    language: languages.find(({ id }) => id === lang)?.name ?? null,
    run,
  };
  const origin = lab.shelf.card(settings.base)?.origin.kind ?? 'own';
  return (
    <PaperFrame
      title={t`Prepare a link`}
      lead={t`Choose what learners find when they open it. The settings are those of the lab as it stands now; what you change here changes the link and nothing else.`}
    >
      <div className="prepare">
        <div className="prepare-form">
          <PicturesForm
            kind={kind}
            sample={sample}
            settings={settings}
            path={path}
            pathError={kind === 'project' && path !== '' && !told.ok ? told.reason : null}
            onKind={(next) =>
              change({ kind: next, settings: settingsWith(settings, next === 'sample' ? sample : null) })
            }
            onSample={(id) => change({ sample: id, settings: settingsWith(settings, id) })}
            onPath={(text) => change({ path: text })}
          />
          <OpeningForm
            pages={pages}
            page={page}
            languages={languageOptions}
            language={lang}
            run={run}
            onPage={(value) => change({ page: pageIds.find((id) => id === value) ?? 'lab' })}
            onLanguage={(value) => change({ lang: value })}
            onRun={(value) => change({ run: value })}
          />
          {controlGroups.map((group) => (
            <ControlGroupForm
              key={group.id}
              group={group}
              prepared={prepared}
              renderControl={(id) => (
                <SettingControl
                  id={id}
                  settings={settings}
                  onChange={(changes) => change({ settings: { ...settings, ...changes } })}
                />
              )}
              onShown={(ids, shown) => change({ prepared: withShown(prepared, ids, shown) })}
            />
          ))}
        </div>
        <PreparedResult
          link={isWhole ? link : null}
          sees={learnerSees(described)}
          warnings={[
            ...preparedWarnings(described),
            ...shareWords({ sample: kind === 'sample' ? sample : null, run, origin, link }).warnings,
            ...(origin === 'hub' ? [hubWords] : []),
          ]}
        />
      </div>
    </PaperFrame>
  );
}

const hubWords = t`The base is fetched from the hub, which each learner has to agree to first; the question shows at station 2, hidden or not.`;

/** What the lab is now. */
function draftOf({ sample, settings }: { readonly sample: string | null; readonly settings: Settings }): Draft {
  return {
    kind: sample === null ? 'own' : 'sample',
    sample: sample ?? samples[0].id,
    path: '',
    settings,
    prepared: nothingPrepared,
    page: 'lab',
    lang: '',
    run: false,
  };
}

/** A set comes with a set-up of its own, as when it is loaded. */
function settingsWith(settings: Settings, sample: string | null): Settings {
  const { noise, split } = defaultSettings;
  return { ...settings, noise, split, ...sampleOf(sample)?.setup };
}
