export { type DemoRow, demoRows } from './demo-rows.ts'
export { writeDemoCsv } from './write-csv.ts'
export { loadDemo } from './load-demo.ts'
