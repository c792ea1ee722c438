export { createDemo, type Demo, type DemoOptions } from './demo.ts';
export type {
  DemoLedger,
  DemoProcessType,
  ProcessTypeLedger,
} from './ledger.ts';
