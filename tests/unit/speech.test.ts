import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SpeechReport, speak } from '../../src/device/speech';
import { isReading, onReading, setReading } from '../../src/device/speech-signal';
import { followVoice, voiceFor } from '../../src/device/speech-voice';

const VIETNAMESE = { lang: 'vi-VN', localService: true, default: false } as SpeechSynthesisVoice;

/** The rim itself: an engine whose events the test gives. */
class Engine extends EventTarget {
  speaking = false;
  pending = false;
  voices: SpeechSynthesisVoice[] = [];
  said: { text: string; lang: string; rate: number }[] = [];
  cancelled = 0;
  utterance: SpeechSynthesisUtterance | undefined;
  getVoices = () => this.voices;
  resume = () => undefined;
  speak(utterance: SpeechSynthesisUtterance) {
    this.utterance = utterance;
    this.said.push({ text: utterance.text, lang: utterance.lang, rate: utterance.rate });
  }
  cancel() {
    this.cancelled += 1;
  }
  event(type: 'start' | 'end' | 'error' | 'boundary', more: object = {}) {
    const { utterance } = this;
    utterance?.[`on${type}`]?.call(utterance, { type, ...more } as never);
  }
  /** Says the whole utterance in a time that a voice needs. */
  sayAll() {
    this.event('start');
    vi.advanceTimersByTime((this.utterance?.text.length ?? 0) * 60);
    this.event('end');
  }
}

let engine: Engine;
let told: SpeechReport[];
const TEXTS = ['Bác mở ứng dụng lên nhé.', 'Rồi bác chạm vào nút màu xanh.'];
const begin = (texts = TEXTS, how = {}) =>
  speak(texts, { voice: VIETNAMESE, rate: 1, ...how }, (report) => told.push(report));

beforeEach(() => {
  vi.useFakeTimers();
  engine = new Engine();
  told = [];
  vi.stubGlobal('speechSynthesis', engine);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      lang = '';
      rate = 1;
      constructor(readonly text: string) {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('which voice', () => {
  const voice = (lang: string, more = {}) => ({ lang, localService: true, default: false, ...more });
  it.each(['vi-VN', 'vi_VN', 'vi', 'vie-VNM-f000'])('%s speaks Vietnamese', (lang) => {
    expect(voiceFor([voice('en-US'), voice(lang)], 'vi')?.lang).toBe(lang);
  });

  it('never one of another language, nor one that sends the text to a server', () => {
    expect(voiceFor([voice('en-US', { default: true }), voice('vie2')], 'vi')).toBeUndefined();
    expect(voiceFor([voice('vi-VN', { localService: false })], 'vi')).toBeUndefined();
  });

  it('the device’s own choice first', () => {
    expect(voiceFor([voice('vi-VN'), voice('vi-VN', { default: true })], 'vi')?.default).toBe(true);
  });

  it('may come late, with the event or without it, and go again', () => {
    const found: (string | undefined)[] = [];
    const stop = followVoice('vi', (one) => found.push(one?.lang));
    expect(found).toEqual([undefined]);
    engine.voices = [VIETNAMESE];
    engine.dispatchEvent(new Event('voiceschanged'));
    expect(found.at(-1)).toBe('vi-VN');
    engine.voices = [];
    vi.advanceTimersByTime(400);
    expect(found.at(-1)).toBeUndefined();
    stop();
    engine.dispatchEvent(new Event('voiceschanged'));
    vi.advanceTimersByTime(20_000);
    expect(found).toHaveLength(3);
  });

  it('none where there is no speech at all', () => {
    vi.stubGlobal('speechSynthesis', undefined);
    const found: unknown[] = [];
    followVoice('vi', (one) => found.push(one));
    expect(found).toEqual([undefined]);
  });
});

describe('reading', () => {
  it('says a sentence an utterance, each with its language and rate, tells of words, and is over after the last', () => {
    begin(TEXTS, { rate: 0.75 });
    engine.event('start');
    engine.event('boundary', { name: 'word', charIndex: 4 });
    engine.event('boundary', { name: 'sentence', charIndex: 0 });
    vi.advanceTimersByTime(2_000);
    engine.event('end');
    engine.sayAll();
    expect(engine.said).toEqual(TEXTS.map((text) => ({ text, lang: 'vi-VN', rate: 0.75 })));
    expect(told).toEqual([
      { kind: 'utterance', index: 0 },
      { kind: 'word', index: 0, at: 4 },
      { kind: 'utterance', index: 1 },
      { kind: 'over' },
    ]);
  });

  it('begins inside the touch; where the engine is still busy it is emptied first, and given a moment', () => {
    begin();
    expect(engine.said).toHaveLength(1);
    engine.speaking = true;
    begin();
    expect(engine.said).toHaveLength(1);
    expect(engine.cancelled).toBe(1);
    vi.advanceTimersByTime(200);
    expect(engine.said).toHaveLength(2);
  });

  it('stops at once, and what the engine says afterwards changes nothing', () => {
    const stop = begin();
    engine.event('start');
    stop();
    expect(engine.cancelled).toBe(1);
    engine.event('error', { error: 'interrupted' });
    engine.event('end');
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([{ kind: 'utterance', index: 0 }]);
  });
});

describe('a voice that stays silent is noticed', () => {
  it('no event in time', () => {
    begin();
    vi.advanceTimersByTime(7_000);
    expect(told.at(-1)).toEqual({ kind: 'utterance', index: 0 });
    vi.advanceTimersByTime(2_000);
    expect(told.at(-1)).toEqual({ kind: 'silent' });
    expect(engine.cancelled).toBe(1);
  });

  it('an error', () => {
    begin();
    engine.event('error', { error: 'language-unavailable' });
    expect(told.at(-1)).toEqual({ kind: 'silent' });
  });

  it('ends that come sooner than anybody can speak, once all is said; short words tell nothing', () => {
    begin(['Một câu khá dài để đọc lên.', 'Vâng.', 'Câu thứ hai cũng dài như vậy.']);
    for (let index = 0; index < 3; index += 1) {
      expect(told.at(-1)).toEqual({ kind: 'utterance', index });
      engine.event('start');
      engine.event('end');
    }
    expect(told.at(-1)).toEqual({ kind: 'silent' });
  });

  it('but a slow start and long words are waited for', () => {
    begin();
    vi.advanceTimersByTime(6_000);
    engine.sayAll();
    expect(told.at(-1)).toEqual({ kind: 'utterance', index: 1 });
  });

  it('one end that is never told is passed over, a second one in a row is silence', () => {
    begin(['Một câu khá dài để đọc lên.', 'Câu thứ hai cũng dài như vậy.', 'Câu thứ ba.']);
    engine.event('start');
    vi.advanceTimersByTime(9_000);
    expect(told.at(-1)).toEqual({ kind: 'utterance', index: 1 });
    engine.event('start');
    vi.advanceTimersByTime(9_000);
    expect(told.at(-1)).toEqual({ kind: 'silent' });
  });
});

it('whoever counts idle time can ask whether somebody is listening, and is told when that changes', () => {
  const heard: boolean[] = [];
  const stop = onReading((value) => heard.push(value));
  expect(isReading()).toBe(false);
  setReading(true);
  setReading(true);
  expect(isReading()).toBe(true);
  setReading(false);
  stop();
  setReading(true);
  setReading(false);
  expect(heard).toEqual([true, false]);
});
