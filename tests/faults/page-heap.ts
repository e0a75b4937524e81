import type { CDPSession } from '@playwright/test';

/** What a page holds on to. */
export interface Held {
  /**
   * Bytes of the script's own objects. Without what the engine has compiled, which grows for hours as it finds out what runs often,
   * and without what the browser records of its own (requests, frames that took long).
   */
  bytes: number;
  /** Nodes of documents, those that only the script still knows among them. */
  nodes: number;
  listeners: number;
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  nodes: number[];
}

/** Looks through the whole heap: takes a second. */
export async function heldBy(session: CDPSession): Promise<Held> {
  let text = '';
  const add = ({ chunk }: { chunk: string }) => {
    text += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', add);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', add);
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes: bytesIn(JSON.parse(text) as Snapshot), nodes, listeners: jsEventListeners };
}

function bytesIn({ snapshot: { meta }, nodes }: Snapshot): number {
  const [types] = meta.node_types;
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')];
  const notCounted = new Set([types.indexOf('code'), types.indexOf('native')]);
  let sum = 0;
  for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
    if (!notCounted.has(nodes[at + type] ?? 0)) sum += nodes[at + size] ?? 0;
  }
  return sum;
}
