export { type DemoRow, demoRows } from './demo-rows.ts'
export { writeDemoCsv } from './write-csv.ts'
