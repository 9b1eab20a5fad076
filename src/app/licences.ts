import { t } from '@lingui/core/macro';
/** What others made and this page ships; THIRD_PARTY.md has the whole list. */
export const licences = [
  {
    title: t`MobileNetV3 under a CenterNet detector, trained on COCO`,
    author: 'Vladimir Mandic (human)',
    licence: 'MIT',
  },
  { title: 'Noto Emoji', author: 'Google', licence: 'Apache-2.0' },
  { title: 'Fluent Emoji', author: 'Microsoft', licence: 'MIT' },
  { title: t`TensorFlow.js and its MobileNet package`, author: 'Google', licence: 'Apache-2.0' },
] as const;
