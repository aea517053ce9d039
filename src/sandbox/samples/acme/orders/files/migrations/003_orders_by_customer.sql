create index concurrently if not exists orders_by_customer on orders (customer_id, placed_at desc);
