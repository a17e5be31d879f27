/** Watches the resident memory of a process (Linux only), and says whether it stayed where it was. */
import { readFileSync } from "node:fs";

export interface MemoryWatch {
  /** In MiB, oldest first. */
  readonly samples: readonly number[];
  stop(): void;
}

/** Undefined where the kernel does not tell. */
export function residentMebibytes(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

export function watchMemory(pid: number, everyMs: number): MemoryWatch {
  const samples: number[] = [];
  const sample = () => {
    const now = residentMebibytes(pid);
    if (now !== undefined) samples.push(now);
  };
  sample();
  const timer = setInterval(sample, everyMs);
  return {
    samples,
    stop: () => {
      clearInterval(timer);
      sample();
    },
  };
}

export interface MemoryVerdict {
  readonly first: number;
  /** Median of the second tenth: the caches are warm, the heap has its size. */
  readonly warm: number;
  /** Median of the last tenth. */
  readonly end: number;
  readonly last: number;
  readonly peak: number;
  readonly flat: boolean;
}

/** A leak grows with the work; what a collector leaves lying does not. */
const allowedGrowth = { share: 0.2, mebibytes: 24 };

export function judgeMemory(samples: readonly number[]): MemoryVerdict | undefined {
  const tenth = Math.floor(samples.length / 10);
  if (tenth < 1) return undefined;
  const warm = median(samples.slice(tenth, tenth * 2));
  const end = median(samples.slice(-tenth));
  return {
    first: samples[0] ?? 0,
    warm,
    end,
    last: samples.at(-1) ?? 0,
    peak: Math.max(...samples),
    flat: end <= warm * (1 + allowedGrowth.share) + allowedGrowth.mebibytes,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
