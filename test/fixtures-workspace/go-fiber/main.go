package main

import (
	"example.com/go-fiber/books"
	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New()
	api := app.Group("/api", requireAuth)
	books.Routes(api.Group("/books"), books.NewService())
	app.Listen(":3000")
}
