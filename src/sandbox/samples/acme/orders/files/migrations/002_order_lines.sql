create table order_lines (
  order_id uuid not null references orders (id) on delete cascade,
  position integer not null,
  sku text not null,
  quantity integer not null check (quantity > 0),
  price_cents bigint not null check (price_cents >= 0),
  primary key (order_id, position)
);
