export { type DemoRow, demoRows } from './demo-rows.ts'
export { loadDemo } from './load-demo.ts'
export { writeDemoCsv } from './write-csv.ts'
