package books

import "github.com/gofiber/fiber/v2"

func Routes(app fiber.Router, service Service) {
	app.Post("/", create(service))
	app.Delete("/:id", remove)
}
