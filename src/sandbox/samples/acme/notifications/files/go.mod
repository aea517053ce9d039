module github.com/acme/notifications

go 1.22
