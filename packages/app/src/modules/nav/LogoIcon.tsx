/** A node with one daprd on it, and apps around it. */
export const LogoIcon = () => (
  <svg
    width="28"
    height="28"
    viewBox="0 0 28 28"
    fill="none"
    style={{ flex: 'none' }}
    aria-hidden
  >
    <path
      d="M14 14 5 6M14 14l9-8M14 14l-9 8M14 14l9 8"
      stroke="#7df3e1"
      strokeWidth="2"
    />
    <circle cx="5" cy="6" r="3" fill="#7df3e1" />
    <circle cx="23" cy="6" r="3" fill="#7df3e1" />
    <circle cx="5" cy="22" r="3" fill="#7df3e1" />
    <circle cx="23" cy="22" r="3" fill="#7df3e1" />
    <circle cx="14" cy="14" r="6" fill="#ffffff" />
  </svg>
);
