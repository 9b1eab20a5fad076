import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Checkbox, NativeSelect } from '@mantine/core';
import '../checkbox.css';
import './prepare.css';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OpeningFormProps {
  readonly pages: readonly Option[];
  readonly page: string;
  readonly languages: readonly Option[];
  readonly language: string;
  readonly run: boolean;
  readonly onPage: (page: string) => void;
  readonly onLanguage: (language: string) => void;
  readonly onRun: (run: boolean) => void;
}

/** What is open at first, in which language, and whether it trains at once. */
export function OpeningForm(props: OpeningFormProps) {
  const { pages, page, languages, language, run, onPage, onLanguage, onRun } = props;
  return (
    <section className="lab-card prepare-group" aria-labelledby="prepare-opening">
      <h3 className="lab-h3" id="prepare-opening">
        <Trans>How it opens</Trans>
      </h3>
      <div className="prepare-fields">
        <NativeSelect
          label={t`What is open at first`}
          value={page}
          data={pages.map(({ value, label }) => ({ value, label }))}
          onChange={(event) => onPage(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Language of the page`}
          value={language}
          data={languages.map(({ value, label }) => ({ value, label }))}
          onChange={(event) => onLanguage(event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label={t`Train at once when it is opened`}
        checked={run}
        onChange={(event) => onRun(event.currentTarget.checked)}
      />
    </section>
  );
}
