import type { Division } from '../src/api/contract'

const county = { code: '620521000000', name: '清水县', full_name: '甘肃省天水市清水县' }
export const countyRef = county

const names =
  '永清镇 红堡镇 白驼镇 金集镇 秦亭镇 山门镇 白沙镇 王河镇 郭川镇 黄门镇 松树镇 远门镇 土门镇 草川铺镇 陇东镇 贾川乡 丰望乡 新城乡'.split(
    ' ',
  )
const villageNames = '上湾村 李沟村 城关村 西坪村 北峡村 温家村 暖泉村 马什村 柳滩村 张吉村'.split(
  ' ',
)

export const townships: Division[] = names.map((name, index) => ({
  code: `620521${String(100 + index).padStart(3, '0')}000`,
  name,
  full_name: `${county.full_name}${name}`,
  level: 'township',
  parent: county.code,
  has_children: true,
}))

export function villagesOf(township: string): Division[] {
  const parent = townships.find((one) => one.code === township)
  if (!parent) return []
  return villageNames.map((name, index) => ({
    code: `${township.slice(0, 9)}${String(201 + index)}`,
    name,
    full_name: `${parent.full_name}${name}`,
    level: 'village',
    parent: township,
    has_children: false,
  }))
}
