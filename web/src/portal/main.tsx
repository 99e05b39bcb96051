import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHashRouter, RouterProvider } from 'react-router'
import { Apply } from './apply'
import { Frame } from './frame'
import { Home } from './home'
import { Mine } from './mine'
import { One } from './one'
import { Lists, Matters, Windows } from './public'
import { SignIn } from './sign-in'
import './portal.css'

const router = createHashRouter([
  {
    Component: Frame,
    children: [
      { path: '/', Component: Home },
      { path: '/sign-in', Component: SignIn },
      { path: '/matters', Component: Matters },
      { path: '/windows', Component: Windows },
      { path: '/lists', Component: Lists },
      { path: '/mine', Component: Mine },
      { path: '/mine/:id', Component: One },
      { path: '/apply', Component: Apply },
      { path: '/apply/:id', Component: Apply },
      { path: '*', Component: Home },
    ],
  },
])

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  )
}
