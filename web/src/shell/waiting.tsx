import { Flex, Spin } from 'antd'

/** While the first page is being read. */
export function Waiting() {
  return (
    <Flex align="center" justify="center" style={{ height: '100%' }}>
      <Spin size="large" />
    </Flex>
  )
}
