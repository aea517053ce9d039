create sequence if not exists order_numbers start with 1001;
