create table orders (
  id uuid primary key,
  number text not null unique,
  status text not null check (status in ('placed', 'paid', 'shipped', 'cancelled')),
  customer_id text not null,
  customer_email text not null,
  currency char(3) not null,
  total_cents bigint not null check (total_cents >= 0),
  placed_at timestamptz not null default now()
);
