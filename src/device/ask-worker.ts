/** How long the worker may be silent between two words; reading one file takes an old tablet far less. */
const SILENCE = 60_000;

/**
 * Asks a service worker through a port of its own; undefined when it does not answer. An answer has a `kind`, and what
 * comes before it is told on the way. Never rejects.
 */
export function askWorker<Answer extends { kind: string }, Told = never>(
  worker: ServiceWorker,
  type: string,
  onTold: (told: Told) => void = () => {},
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answer?: Answer) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    let timer = setTimeout(end, SILENCE);
    port1.onmessage = ({ data }: MessageEvent<Told | Answer>) => {
      if (isAnswer(data)) {
        end(data);
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE);
      onTold(data);
    };
    try {
      worker.postMessage({ type }, [port2]);
    } catch {
      end();
    }
  });

  function isAnswer(data: Told | Answer): data is Answer {
    return typeof data === 'object' && data !== null && 'kind' in data;
  }
}
