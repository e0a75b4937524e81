/** The dimensions of a counter that a test does not care about. */
export const counter = {
  guide: 'vneid',
  revision: '0a1b2c3d',
  locale: 'vi',
  mode: 'helped',
  step: '',
  reason: '',
  minutes: '',
} as const;
