from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/users", tags=["users"])


@router.get("/{user_id}")
async def show(user_id: int):
    user = await store.find_one(user_id)
    if user is None:
        raise HTTPException(status_code=404, detail="No such user")
        #                               ^^^ 404 sent fastapi GET /v1/users/{user_id}
    return user


@router.post("", status_code=201)
#                            ^^^ 201 sent fastapi POST /v1/users
async def create(user: NewUser):
    if not await has_permission("create", user.team):
        raise HTTPException(status_code=401, detail="Not your team")
        #                               ^^^ 401 sent fastapi POST /v1/users
    return await store.create(user)
