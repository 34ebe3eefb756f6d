import { PageHeader } from '../../components/page-header.tsx'
export function ImportPage() {
  return <PageHeader title="" />
}
